"""A catalogue for the next language: every text that Waypost says, with what is translated of it so far."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from .errors import InputProblems, Problem, UsageError, WaypostError
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
    (fuzzy) and told of; a text that Waypost says no longer stays at the end, as a remark. Raises UsageError for a
    language that nobody knows, and InputProblems where `target` is no catalogue.
    """
    locale = _locale(tag)
    source, before = _source(), _present(tag, locale, target)
    catalog = Catalog(locale=locale, project="Waypost", version="", charset="utf-8", fuzzy=False)
    catalog.header_comment = HEAD.format(name=locale.english_name)
    problems = []
    for text in source:
        if not text.id:
            continue
        known = before.get(_first(text), text.context)
        message = catalog.add(text.id, context=text.context, flags=text.flags)
        if known is None or not any(_forms(known)):
            continue
        message.string, message.user_comments = known.string, known.user_comments
        message.flags |= known.flags & {"fuzzy"}
        for trouble in _troubles(text, known, catalog.num_plurals):
            message.flags.add("fuzzy")
            problems.append(Problem(str(target), known.lineno or 0, 0, trouble))
    _keep_rest(catalog, before)
    _write(catalog, target)
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


def _present(tag: str, locale: Locale, target: Path) -> Catalog:
    path = target if target.exists() else _shipped(tag)
    if not path.exists():
        return Catalog(locale=locale)
    try:
        with path.open("rb") as file:
            return read_po(file, locale=locale, abort_invalid=True)
    except PoFileError as error:
        # A catalogue may leave out its line numbers, and an error of its reader may too.
        line = getattr(error, "lineno", None)
        message = f"this is no catalogue that can be read ({error.args[0]}): mend it, or choose another file with --to"
        raise InputProblems((Problem(str(path), (line or 0) + 1, 0, message),)) from None
    except (UnicodeDecodeError, ValueError) as error:
        message = f"this is no catalogue that can be read ({error}): choose another file with --to"
        raise InputProblems((Problem(str(path), 0, 0, message),)) from None


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


def _keep_rest(catalog: Catalog, before: Catalog) -> None:
    left = [one for one in before if one.id and any(_forms(one)) and catalog.get(_first(one), one.context) is None]
    for one in (*before.obsolete.values(), *left):
        catalog.obsolete[one.id if isinstance(one.id, str) else one.id[0]] = one


def _write(catalog: Catalog, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.new")
    try:
        with draft.open("wb") as file:
            write_po(file, catalog, width=100, no_location=True)
        os.replace(draft, target)  # noqa: PTH105 - in one step, or not at all
    except OSError:
        draft.unlink(missing_ok=True)
        raise
