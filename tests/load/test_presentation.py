"""What is said of a presentation besides its faults, which are among the golden cases."""

from __future__ import annotations

from pathlib import Path

from waypost.load import load_portfolio
from waypost.model import School
from waypost.model.presentation import read_talk

PLAN = """\
plan: {name: Ada}
presentation: talk.md
evidence:
  - {id: choir, link: "https://example.org/", title: The choir, people: [Two friends]}
"""


def test_a_slide_that_waits_for_consent_is_told_and_fails_nothing(tmp_path: Path) -> None:
    (tmp_path / "plp.yml").write_text(PLAN)
    (tmp_path / "talk.md").write_text("## Songs\n\nOurs.\n\n## The choir\n\nevidence: choir\n")
    loaded = load_portfolio(tmp_path, School(name="School"), lambda path: path.name)
    assert loaded.portfolio is not None
    assert [(one.file, one.line, one.severity) for one in loaded.problems] == [("talk.md", 5, "advice")]
    (tmp_path / "plp.yml").write_text(PLAN.replace("Two friends", "{name: Two friends, consent: Yes}"))
    assert load_portfolio(tmp_path, School(name="School")).problems == ()


def test_a_note_ends_with_its_paragraph_and_a_fence_hides_what_is_in_it() -> None:
    talk = read_talk(
        "## A ##\r\nbefore\nNote: first\nstill first\n\nafter\n```\n## not a slide\nnote: not one\n```\nnotes:second\n"
    )
    (slide,) = talk.slides
    assert slide.title == "A"
    assert slide.notes == ("first\nstill first", "second")
    assert slide.text == "before\n\nafter\n```\n## not a slide\nnote: not one\n```"
