"""Writing back: the questions of the form, and what was answered as a reflection's text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from waypost.model.reply import LONGEST_ANSWER, LONGEST_NAME, LONGEST_RELATION

from .contents import Chapter
from .language import Language, known_languages
from .templates import inline_json
from .words import N_

if TYPE_CHECKING:
    from waypost.views.portfolio import PortfolioView
    from waypost.views.reply import ReplyView

TITLE = N_("Write back")
QUESTIONS: dict[str, tuple[str, str]] = {
    "noticed": (N_("What I noticed"), N_("Something you saw, read or heard here.")),
    "surprised": (N_("What surprised me"), N_("Something that you had not known, or not expected.")),
    "question": (N_("A question I have"), N_("Something that you would like to hear more about.")),
    "help": (N_("How I can help"), N_("Time, a tool, a place, somebody you know, or a good question at supper.")),
}
"""Each question, and what may stand there."""
TONGUES = (
    "am ar bn bs de el en es fa fr gu ha hi ht it ja ko ku ln mr my ne nl pa pl ps pt ro ru rw so sr sw ta te th ti tr "
    "uk ur vi yo zh"
)
"""The languages that the form offers, those of the pages aside."""

REPLY_WORDS: dict[str, str] = {
    "kept": N_("Your words are kept on this device until you hand them over."),
    "not-kept": N_("This browser keeps nothing, so your words stay only until you close this page."),
    "forgotten": N_("The draft is gone from this device."),
    "restored": N_("The draft is back."),
    "name-missing": N_("Write your name, so that it is clear whose words these are."),
    "noticed-missing": N_("Write at least one answer: a few words are enough."),
    "full": N_("That is as much as fits here."),
    "sealing": N_("Sealing your reply…"),
    "fetch-failed": N_("Your reply could not be sealed yet. Check that you are online, then try again."),
    "seal-failed": N_("Your reply could not be sealed in this browser. Copy your words and send them as they are."),
    "copied": N_("The text is copied. Paste it, all of it, into a message to the school."),
    "not-copied": N_("This browser does not let the page copy. The text is selected: copy it yourself."),
    "saved": N_("The file is saved as {name}. Attach it to a message to the school."),
    "share-title": N_("A reply for the school"),
}
"""What the form's script says, by the ids that it uses."""

_INLINE = re.compile(r"[\\`*_\[\]]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_NUMBERED = re.compile(r"^(\d+)([.)])")
_FIRST = re.compile(r"^[#>+-]")


def reply_chapter(language: Language) -> Chapter:
    """The line of the contents that leads to the form."""
    return Chapter("reply", language.gettext(TITLE), language.gettext("a few lines, in any language"), True)


def reply_setting(view: PortfolioView, reply: ReplyView | None, language: Language) -> dict[str, Any]:
    """What templates find of it at hand: `reply` on every page, since others lead to it, or None."""
    if reply is None:
        return {"reply": None}
    return {
        "reply": reply,
        "reply_words": reply_words(language),
        "reply_questions": [
            (question, language.gettext(title), language.gettext(hint)) for question, (title, hint) in QUESTIONS.items()
        ],
        "tongues": list_tongues(view.learner.language, language),
        "longest": {"answer": LONGEST_ANSWER, "name": LONGEST_NAME, "relation": LONGEST_RELATION},
    }


@lru_cache(maxsize=64)
def reply_words(language: Language) -> Markup:
    """The script's words in `language`, as JSON for an attribute. Places in braces are the script's to fill in."""
    return escape(inline_json({id_: language.gettext(text) for id_, text in REPLY_WORDS.items()}))


@lru_cache(maxsize=64)
def list_tongues(tag: str, language: Language) -> tuple[tuple[str, str], ...]:
    """Languages to write in, by tag and name: the page's and the learner's own (`tag`) first, then others by names."""
    names: Mapping[str, str] = language.locale.languages
    first = dict.fromkeys(own.split("-", 1)[0].lower() for own in (language.tag, tag))
    others = {tag for tag in (*known_languages(), *TONGUES.split()) if tag not in first and tag in names}
    ordered = (*(tag for tag in first if tag in names), *sorted(others, key=lambda tag: names[tag].casefold()))
    return tuple((tag, names[tag]) for tag in ordered)


def reply_text(answers: Mapping[str, str], language: Language) -> str:
    """The answers, by question, as Markdown that is drawn just as they were typed, each under a small heading."""
    return "\n\n".join(
        f"### {language.gettext(QUESTIONS[question][0])}\n\n{as_typed(said)}" for question, said in answers.items()
    )


def as_typed(text: str) -> str:
    """Markdown that is drawn as `text` reads: no character of it means anything but itself. Lines are paragraphs."""
    return "\n\n".join(_as_typed(line.strip()) for line in text.split("\n") if line.strip())


def _as_typed(line: str) -> str:
    line = _ENTITY.sub("&amp;", line).replace("<", "&lt;")
    line = _INLINE.sub(lambda match: "\\" + match[0], line)
    line = _NUMBERED.sub(r"\1\\\2", line)
    line = _FIRST.sub(lambda match: "\\" + match[0], line)
    # These two have no escape of their own.
    return {":": "&#58;", "~": "&#126;"}.get(line[0], line[0]) + line[1:]
