"""The journey: where the learner is in planning, and each change of plan with all that belongs to it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from render.conftest import Draw
from waypost.load.stages import load_stages
from waypost.model import Audience
from waypost.render import load_language
from waypost.render.language import Language
from waypost.render.place import theme_dir, toolbox_dir
from waypost.views.cycle import Reason, list_cycle_texts

TEXTS = list_cycle_texts(load_stages(toolbox_dir()))


def test_every_reason_has_words(draw: Draw) -> None:
    source = draw(Audience.SELF)["journey"].html
    assert "Found from the plan: " in source
    template = (theme_dir() / "portfolio" / "cycle.html").read_text(encoding="utf-8")
    assert set(re.findall(r'^  "([\w ]+)": _', template, re.MULTILINE)) == set(get_args(Reason))


def test_a_change_of_plan_says_how_it_was_how_it_is_why_and_what_led_to_it(draw: Draw, plan: dict[str, Any]) -> None:
    thought = {"id": "thought", "date": "2026-01-02", "by": "student", "title": "Cold hands", "text": "Brr."}
    change = {"what": "Later", "before": "At dawn.", "after": "At noon."}
    revision = {"date": "2026-01-03", "why": "Nobody came.", "changes": [change], "reflections": ["thought"]}
    changed = {"plan": plan["plan"], "reflections": [thought], "revisions": [revision]}
    words = re.sub(r"\s*<[^>]+>\s*", " ", draw(Audience.FAMILY, other=changed)["journey"].html)
    order = ["Nobody came.", "Later", "Before", "At dawn.", "Now", "At noon.", "What led to it", "Cold hands"]
    places = [words.index(one, words.index("Nobody came.")) for one in order]
    assert places == sorted(places)


def speaking(theme: Path, *unsaid: str) -> Language:
    """A language of a theme in `theme` that says the guide's texts in capitals, but for some."""
    catalog = Catalog(locale="ar")
    for text in TEXTS:
        if text not in unsaid:
            catalog.add(text, string=text.upper())
    path = theme / "locales" / "ar" / "LC_MESSAGES" / "waypost.po"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, catalog)
    return load_language("ar", theme)


def cycle_of(draw: Draw, language: Language) -> str:
    (found,) = re.findall(
        r'<section class="cycle.*?</section>', draw(Audience.SELF, language)["journey"].html, re.DOTALL
    )
    return str(found)


def listed(cycle: str, place: str) -> list[tuple[str, str]]:
    """The attributes and the words of each element that opens as `place`."""
    return re.findall(rf"<{place}([^>]*)>(.*?)</", cycle, re.DOTALL)


def test_the_guides_texts_are_said_in_the_pages_language(draw: Draw, tmp_path: Path) -> None:
    cycle = cycle_of(draw, speaking(tmp_path))
    assert 'lang="' not in cycle
    questions = [words for mark, words in listed(cycle, "li") if "cycle-stage" not in mark]
    assert questions
    for words in questions + [words for _, words in listed(cycle, 'h3 class="cycle-now"')]:
        assert words == words.upper()


@pytest.mark.parametrize("language", ["en", "en-GB"])
def test_english_pages_say_nothing_of_english(draw: Draw, language: str) -> None:
    assert 'lang="' not in cycle_of(draw, load_language(language))


def test_a_list_of_which_one_text_is_not_translated_is_english_as_a_whole(draw: Draw, tmp_path: Path) -> None:
    whole = re.sub(r"<[^>]+>", " ", cycle_of(draw, load_language("en")))
    unsaid = next(text for text in TEXTS if text.endswith("?") and text in whole)
    cycle = cycle_of(draw, speaking(tmp_path, unsaid))
    marks = {mark for mark, _ in listed(cycle, 'ul class="cycle-questions"')}
    assert marks == {' lang="en" dir="ltr"'}
    assert unsaid in cycle
    (now,) = listed(cycle, 'h3 class="cycle-now"')
    assert "lang=" not in now[0]
    assert now[1] == now[1].upper()
