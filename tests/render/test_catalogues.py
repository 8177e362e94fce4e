"""Every word that the software says is in every catalogue, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from waypost.load.stages import load_stages
from waypost.render import VIEWER_WORDS, load_language, viewer_words
from waypost.render.presentation import PRESENTER_WORDS
from waypost.render.toolbox.finder import FINDER_WORDS, START_WORDS
from waypost.render.toolbox.frame import TRAY_WORDS
from waypost.render.toolbox.tray import CARDS_WORDS, MY_MOVES_WORDS

ROOT = Path(__file__).parents[2]
LOCALES = ROOT / "theme" / "locales"
KEYWORDS: dict[str, Any] = dict(DEFAULT_KEYWORDS) | {
    "N_": None,
    "term": ((1, "c"), 2),
    "counted": (2, 3),
}
PLACES = re.compile(r"%\(\w+\)s|\{\w+\}")
LANGUAGES = sorted(path.parts[-3] for path in LOCALES.glob("*/LC_MESSAGES/waypost.po"))


@pytest.fixture(scope="module")
def source() -> Catalog:
    """Every text in templates, code and data, by the file that says where they are."""
    with (LOCALES / "extraction.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    catalog = Catalog()
    found = extract_from_dir(ROOT, methods, options, KEYWORDS, directory_filter=holds_sources)
    for _, _, message, _, context in found:
        catalog.add(message, context=context)
    return catalog


def holds_sources(folder: str) -> bool:
    """Whether anything of ours that people read can be below `folder`."""
    return Path(folder).relative_to(ROOT).parts[0] in {"plugins", "theme", "toolbox"}


def load(language: str) -> Catalog:
    with (LOCALES / language / "LC_MESSAGES" / "waypost.po").open("rb") as file:
        return read_po(file, locale=language)


def forms(message: Message) -> list[str]:
    """What a message says: one form, or one for each way to count."""
    said = message.string or ""
    return [said] if isinstance(said, str) else list(said)


def keys(catalog: Catalog) -> set[tuple[str | None, Any]]:
    return {(message.context, message.id) for message in catalog if message.id}


def test_the_catalogues_are_those_that_a_school_is_promised() -> None:
    assert LANGUAGES == ["ar", "es"]


def test_texts_are_found_in_templates_and_in_code(source: Catalog) -> None:
    found = {key[1] for key in keys(source)}
    assert {"Short goals that lead here", "Try again", "Under way", ("%(count)s goal", "%(count)s goals")} <= found


def test_every_text_of_the_guide_that_a_portfolio_shows_is_to_be_translated(source: Catalog) -> None:
    found = {key[1] for key in keys(source)}
    stages = load_stages(ROOT / "toolbox")
    for stage in stages:
        assert {stage.name, stage.statement} <= found
        for side in (stage.learners, stage.adults):
            assert set(side.questions or side.tips) <= found
            assert side.about not in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_holds_every_text_and_no_other(source: Catalog, language: str) -> None:
    assert keys(load(language)) == keys(source)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_sure(language: str) -> None:
    for message in load(language):
        assert all(forms(message)), message.id
        assert not message.fuzzy or not message.id, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_fills_in_what_its_source_fills_in(language: str) -> None:
    for message in load(language):
        if not message.id:
            continue
        if message.pluralizable:
            # One and two may be said without a figure; nothing else may be filled in.
            assert {place for form in forms(message) for place in PLACES.findall(form)} == {"%(count)s"}
        else:
            (said,) = forms(message)
            assert sorted(PLACES.findall(said)) == sorted(PLACES.findall(str(message.id))), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_have_as_many_forms_as_their_language_counts(language: str) -> None:
    catalog = load(language)
    for message in catalog:
        if message.pluralizable:
            assert len(forms(message)) == catalog.num_plurals


@pytest.mark.parametrize(
    ("folder", "known"),
    [
        ("viewer", VIEWER_WORDS),
        ("finder", FINDER_WORDS | START_WORDS),
        ("tray", {**TRAY_WORDS, **MY_MOVES_WORDS}),
        ("cards", CARDS_WORDS),
        ("presenter", PRESENTER_WORDS),
    ],
)
def test_each_word_that_a_script_says_is_known(folder: str, known: dict[str, str]) -> None:
    said: set[str] = set()
    for script in (ROOT / "theme" / "scripts" / folder).rglob("*.js"):
        said |= set(re.findall(r"""\bwords\.say\(\s*["']([a-z-]+)["']""", script.read_text(encoding="utf-8")))
    assert said
    assert said <= set(known)


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_the_viewer_gets_all_its_words(language: str) -> None:
    words = viewer_words(load_language(language))
    assert list(words) == list(VIEWER_WORDS)
    assert all(words.values())
