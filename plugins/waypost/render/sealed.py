"""A portfolio in one file that opens with a passphrase alone."""

from __future__ import annotations

from .language import Language
from .policy import Stage, policy_of
from .templates import draw, inline_json
from .words import N_, VIEWER_WORDS, viewer_words

SAID = ("passphrase-title", "passphrase-label", "passphrase-show", "passphrase-open", "checking", "damaged-title")
SEALED_WORDS = {
    "passphrase-help": N_(
        "Type the words that this page was sealed with. You can try as often as you need. Nothing is sent anywhere: "
        "the page is opened on this device."
    ),
    "ask": N_("Whoever gave you this file knows the words. Without them nobody can open it."),
    "damaged-help": N_(
        "A part of this file is missing or was changed on the way. Copy it again, all of it, or ask for it once more."
    ),
    "memory-title": VIEWER_WORDS["browser-title"],
    "memory-help": N_(
        "There is not enough free memory. Close other tabs and try again, or open the file on another device."
    ),
    "passphrase-wrong": N_("That did not open it. Look at spaces, capitals and accents, and try again."),
}


def render_sealed(armored: str, language: Language, style: str, stage: Stage, script: str) -> str:
    """A document that shows a form for a passphrase, and nothing else before the right one is typed.

    `armored` is what it then shows, sealed: a document of `render_single`, packed by gzip. Besides that it holds the
    words of `language`, `style` and `stage`, as the sealed document has them, and the `script` that opens it: the
    same for everybody.
    """
    said = {**viewer_words(language), **{id_: language.gettext(text) for id_, text in SEALED_WORDS.items()}}
    words = {id_: said[id_] for id_ in (*SAID, *SEALED_WORDS)}
    return draw(
        "sealed.html",
        language=language.tag,
        direction=language.direction,
        title=words["passphrase-title"],
        unable=said["browser-help"],
        words_json=inline_json(words),
        style=style,
        stage=stage,
        script=script,
        policy=policy_of((style, stage.style), (stage.script, script)),
        armored=armored,
    )
