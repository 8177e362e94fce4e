"""Rules that the style sheets keep. Source: design of the look, Both."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STYLES = Path(__file__).parents[2] / "theme" / "styles"
SHEETS = sorted(STYLES.glob("*.css"))
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
FORBIDDEN = {
    "sides that do not turn with the direction of the language": re.compile(
        r"(?<![\w-])(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)|left|right|top|bottom)\s*:"
    ),
    "sides by name": re.compile(r"(?:text-align|float|clear)\s*:\s*(?:left|right)"),
    "gradients": re.compile(r"gradient\("),
    "shadows": re.compile(r"(?:box|text)-shadow(?!: none)|drop-shadow"),
    # A browser looks for it again, among all that stand there, for every element that comes: a document of 40,000
    # paragraphs then opened in 25 seconds instead of one.
    "whatever follows somewhere behind a sibling": re.compile(r"~\s*(?:\*|::|:(?!is|where))"),
    "another host": re.compile(r"https?://|url\(\s*[\"']?//"),
}


def rules(sheet: Path) -> str:
    return COMMENT.sub("", sheet.read_text(encoding="utf-8"))


@pytest.mark.parametrize("rule", FORBIDDEN)
def test_no_sheet_uses(rule: str) -> None:
    found = [(sheet.name, hit[0]) for sheet in SHEETS for hit in FORBIDDEN[rule].finditer(rules(sheet))]
    assert found == []


def test_colours_stand_in_the_tokens_alone() -> None:
    elsewhere = [sheet.name for sheet in SHEETS if sheet.name not in ("tokens.css", "designs.css", "paper.css")]
    colour = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(")
    assert [(name, hit) for name in elsewhere for hit in colour.findall(rules(STYLES / name))] == []


def bundled(entry: str) -> set[str]:
    """The sheets that `entry` brings, itself among them."""
    brought = re.findall(r'@import "\./([\w-]+\.css)"', rules(STYLES / entry))
    return {entry}.union(*(bundled(name) for name in brought))


def test_every_sheet_is_part_of_a_bundle() -> None:
    entries = ("portfolio.css", "presenter.css", "site.css", "toolbox.css")
    assert {sheet.name for sheet in SHEETS} == set().union(*map(bundled, entries))


SET_BY_SCRIPT = re.compile(r'setProperty\(\s*"(--[\w-]+)"')


def test_every_token_that_is_used_is_drawn() -> None:
    drawn = {token for sheet in SHEETS for token in re.findall(r"(?<![\w-])(--(?!md-)[\w-]+)\s*:", rules(sheet))}
    used = {token for sheet in SHEETS for token in re.findall(r"var\((--[\w-]+)", rules(sheet))}
    # What follows from a picture or a learner's choice is set by script.
    scripts = "".join(path.read_text(encoding="utf-8") for path in STYLES.with_name("scripts").rglob("*.js"))
    assert {token for token in used if not token.startswith("--md-")} <= drawn | set(SET_BY_SCRIPT.findall(scripts))
    assert drawn - used == set()


def test_motion_ends_where_it_is_not_wanted() -> None:
    moving = [sheet.name for sheet in SHEETS if re.search(r"\b(?:animation|transition)\s*:", rules(sheet))]
    assert moving
    assert "@media (prefers-reduced-motion: reduce)" in rules(STYLES / "ground.css")
