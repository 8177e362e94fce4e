"""A catalogue for the next language: every text that Waypost says, with what is translated of it so far."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from .catalogue import Catalogue, read_catalogue, spare_forms, write_catalogue
from .errors import Problem, UsageError, WaypostError
from .render.place import theme_dir

PATTERN = "en"
"""A language of which Babel knows everything; texts are read from a catalogue by their English wording."""
PLACE = re.compile(r"%\((\w+)\)s|\{(\w+)\}")
COUNT = "count"
"""The place that a form may leave out, since some languages say one or two without a figure."""
HEAD = "# The words of Waypost in {name}. Fill in every msgstr; what stands as %(name)s or {{name}} stays as it is."


@dataclass(frozen=True)
class Translation:
    """What was written: how many texts there are, how many are still to do, and what is wrong with the others."""

    path: Path
    total: int
    open: int
    problems: tuple[Problem, ...]


def write_translation(tag: str, target: Path) -> Translation:
    """Writes the catalogue of the language `tag` to `target`, with what that file, or Waypost, has in it already.

    Nothing that somebody typed is lost: a text with other places than the English one is kept, marked as not sure
    (fuzzy) and told of; a text that Waypost says no longer stays at the end, as a remark, and so does a form that the
    language does not have, beside its text. Raises UsageError for a language that nobody knows, and InputProblems
    where `target` is no catalogue.
    """
    locale = _locale(tag)
    source, before = _source(), _present(tag, locale, target)
    catalog = Catalogue(locale, HEAD.format(name=locale.english_name))
    catalog.take_over(before)
    problems = []
    for text in source:
        if not text.id:
            continue
        known = before.get(_first(text), text.context)
        message = catalog.add(text.id, context=text.context, flags=text.flags)
        if known is None:
            continue
        message.user_comments = known.user_comments
        if not any(_forms(known)):
            continue
        _fill(message, known, catalog.num_plurals)
        message.flags |= known.flags & {"fuzzy"}
        for trouble in _troubles(text, known, catalog.num_plurals):
            message.flags.add("fuzzy")
            problems.append(Problem(str(target), known.lineno or 0, 0, trouble))
    _keep_rest(catalog, before)
    write_catalogue(catalog, target)
    todo = sum(1 for one in catalog if one.id and (one.fuzzy or not _is_whole(one, catalog.num_plurals)))
    return Translation(target, len(catalog), todo, tuple(problems))


def _locale(tag: str) -> Locale:
    try:
        locale = Locale.parse(tag.replace("_", "-"), sep="-")
    except (ValueError, UnknownLocaleError):
        raise UsageError(f"{tag}: nobody knows this language. Give its tag, such as fr or pt-BR.") from None
    if locale.language == PATTERN:
        raise UsageError(f"{tag}: Waypost is written in English, which needs no catalogue.")
    return locale


def _shipped(tag: str) -> Path:
    return theme_dir() / "locales" / tag / "LC_MESSAGES" / "waypost.po"


def _source() -> Catalog:
    """Every text, out of a catalogue that comes with Waypost: code and templates are in no wheel as sources."""
    path = _shipped("es")
    try:
        with path.open("rb") as file:
            return read_po(file)
    except OSError as error:
        raise WaypostError(f"{path}: cannot be read ({error.strerror}); install Waypost again") from None


def _present(tag: str, locale: Locale, target: Path) -> Catalogue:
    path = target if target.exists() else _shipped(tag)
    return read_catalogue(path, locale) if path.exists() else Catalogue(locale)


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else str(message.id[0])


def _forms(message: Message) -> tuple[str, ...]:
    said = message.string or ""
    return (said,) if isinstance(said, str) else tuple(said)


def _is_whole(message: Message, plurals: int) -> bool:
    forms = _forms(message)
    return all(forms) and len(forms) == (plurals if message.pluralizable else 1)


def _places(text: str) -> set[str]:
    return {found[0] for found in PLACE.finditer(text)}


def _troubles(source: Message, known: Message, plurals: int) -> Iterator[str]:
    """What would make a translation fail, or say less than the English text."""
    forms = _forms(known)
    if source.pluralizable != known.pluralizable or len(forms) > plurals:
        yield "this text has another number of forms than the language: begin it anew"
        return
    asked = _places(str(source.id[-1] if source.pluralizable else source.id))
    free = {place for place in asked if source.pluralizable and COUNT in place}
    for form in filter(None, forms):
        given = _places(form)
        if missing := asked - given - free:
            yield f"{', '.join(sorted(missing))} is missing here: it stands for something that is filled in"
        if strange := given - asked:
            yield f"{', '.join(sorted(strange))} does not stand in the English text: take it out"
        if asked and "%" in PLACE.sub("", form).replace("%%", ""):
            yield "a single % stands here: write %% for the sign"


def _fill(message: Message, known: Message, plurals: int) -> None:
    """Gives `message` what `known` says; forms for which it has no room become remarks."""
    forms = _forms(known)
    room = plurals if message.pluralizable else 1
    kept = (*forms[:room], *[""] * (room - len(forms)))
    spare = spare_forms(known, room)
    message.string = kept if message.pluralizable else kept[0]
    message.user_comments = [*known.user_comments, *spare]


def _keep_rest(catalog: Catalogue, before: Catalogue) -> None:
    typed = (one for one in before if one.id and (any(_forms(one)) or one.user_comments))
    left = [one for one in typed if catalog.get(_first(one), one.context) is None]
    for one in (*before.obsolete.values(), *left):
        _fill(one, one, catalog.num_plurals)
        twin = catalog.obsolete.get((_first(one), one.context or ""))
        if twin and twin.string != one.string:
            one.user_comments += spare_forms(twin)
        catalog.obsolete[_first(one), one.context or ""] = one
