"""What the presenter's script says, by the ids that it uses."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape

from .language import Language
from .templates import inline_json
from .words import N_

PRESENTER_WORDS: dict[str, str] = {
    "presentation": N_("Presentation of {name}"),
    "loading": N_("Getting the slides ready…"),
    "failed": N_("The slides could not be fetched. Check that you are online, then try again."),
    "fetching": N_("Opening {done} of {total} for the slides…"),
    "fetched": N_("All is on this device: the slides go on without a network."),
    "missing": N_("Not everything could be opened. What is missing is named on its slide."),
    "leave": N_("Leave"),
    "before": N_("Back"),
    "after": N_("Next"),
    "place": N_("{number} of {total}"),
    "full": N_("Full screen"),
    "speaker": N_("Notes and timer"),
    "speaker-title": N_("Notes and timer: {name}"),
    "speaker-here": N_("This browser opens no second window, so the notes stand on this one."),
    "notes": N_("Notes"),
    "no-notes": N_("No notes for this slide."),
    "coming": N_("Next slide"),
    "last": N_("This is the last slide."),
    "time": N_("Time"),
    "of-slot": N_("of {slot}"),
    "left": N_("{time} left"),
    "over": N_("{time} over"),
    "pause": N_("Stop the time"),
    "go-on": N_("Let the time run"),
    "again": N_("Begin again at 0:00"),
    "play": N_("Play: {title}"),
    "unopened": N_("This could not be opened: {title}"),
    "code": N_("Code that opens this portfolio"),
    "no-code": N_("The code could not be drawn. Print the handout without it."),
}


@lru_cache(maxsize=64)
def presenter_words(language: Language) -> Markup:
    """The presenter's words in `language`, as JSON for an attribute. Places in braces, such as `{title}`, are the
    script's to fill in.
    """
    return escape(inline_json({id_: language.gettext(text) for id_, text in PRESENTER_WORDS.items()}))
