"""Whether a learner's colour can be read as it is, and what is used where it cannot."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from waypost.errors import Problem
from waypost.model.design import NAMED, Design, Shade, fit_accent

from .documents import Document
from .paths import value_at

_SHADES: tuple[Shade, ...] = ("light", "dark")
_LOC = ("design", "accent")


def check_design(document: Document) -> Iterator[Problem]:
    """Advice where a colour given in digits is changed so that it can be read, with the one given and the one used.

    The ten names are promised to suit, so nothing is said of them.
    """
    written = value_at(document.data, ("design",))
    if not isinstance(written, dict):
        return
    if "accent" in written and written["accent"] is None:
        message = 'accent: nothing is written here. A colour that begins with # needs quotes, such as "#1f5fae"'
        yield document.problem(_LOC, message, at_key=True, severity="advice")
        return
    try:
        design = Design.model_validate({key: value for key, value in written.items() if value is not None})
    except ValidationError:
        return
    given = design.accent
    if given is None or given in NAMED:
        return
    fitted = {shade: fit_accent(given, design.theme, shade).colour for shade in _SHADES}
    used = [f"{colour} is used on {shade} paper" for shade, colour in fitted.items() if colour != given]
    if used:
        message = f"accent: {given} cannot be read on every paper, so {' and '.join(used)}; nothing needs to be done"
        yield document.problem(_LOC, message, severity="advice")
