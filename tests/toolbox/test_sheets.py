"""Every part of the toolbox has a page, and every move stands on one, with what is next to it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from waypost.load.toolbox import load_toolbox
from waypost.model.toolbox import Toolbox
from waypost.render.place import toolbox_dir
from waypost.toolbox import place_toolbox
from waypost.views.moves import build_move_rows
from waypost.views.neighbours import build_neighbours
from waypost.views.progression import build_groups, build_phases
from waypost.views.shelf import build_shelf

SITE = "https://school.example.org/"
OWN = """\
moves:
  - id: own-ask-twice
    text: Ask the same question once more at the end, and listen for what has changed.
    see: [they answer what I want to hear, nobody changes their mind]
    works_when: Somebody says that they see it differently now.
    keywords: [exit question, change of mind, revisit]
    element: mindset
    level: 2
"""


class Text(HTMLParser):
    """What a page says, and what it is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def said(self) -> str:
        return " ".join(" ".join(self.words).split())

    def ids(self, tag: str) -> list[str]:
        return [str(attributes["id"]) for name, attributes in self.tags if name == tag and "id" in attributes]


@pytest.fixture(scope="module")
def toolbox() -> Toolbox:
    loaded = load_toolbox(toolbox_dir())
    assert loaded.toolbox is not None
    return loaded.toolbox


@pytest.fixture(scope="module")
def rows(toolbox: Toolbox) -> list[dict[str, Any]]:
    return build_move_rows(toolbox)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    staging = tmp_path_factory.mktemp("site")
    place_toolbox(staging, SITE)
    return staging / "toolbox"


def read(site: Path, page: str) -> Text:
    return Text((site / page).read_text(encoding="utf-8"))


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("folder", "count"),
    [
        ("drivers", 5),
        ("elements", 14),
        ("progressions", 2),
        ("framework", 6),
        ("attributes", 5),
        ("stages", 7),
        ("roles", 6),
    ],
)
def test_there_is_a_page_for_each_of_a_kind(site: Path, folder: str, count: int) -> None:
    assert len(list((site / folder).glob("*.html"))) == count


def test_every_move_stands_at_its_anchor(site: Path, rows: list[dict[str, Any]]) -> None:
    for page in {row["page"].partition("#")[0] for row in rows}:
        wanted = [row["page"].partition("#")[2] for row in rows if row["page"].startswith(f"{page}#")]
        assert read(site, page).ids("li") == wanted


def test_a_move_says_all_without_a_script(site: Path, rows: list[dict[str, Any]]) -> None:
    for row in rows:
        said = read_once(site, row["page"].partition("#")[0])
        for text in (row["text"], row.get("next", ""), row["works_when"], *row["see"]):
            assert plain(text) in said


READ: dict[Path, str] = {}


def read_once(site: Path, page: str) -> str:
    if site / page not in READ:
        READ[site / page] = read(site, page).said
    return READ[site / page]


def test_a_continuum_has_the_drivers_own_names_for_its_levels(site: Path, toolbox: Toolbox) -> None:
    for driver in toolbox.drivers:
        for element in driver.elements:
            page = read(site, f"elements/{element.id}.html")
            levels = [attributes for _, attributes in page.tags if attributes.get("data-level")]
            assert [attributes["data-level"] for attributes in levels] == ["1", "2", "3"]
            assert all(name in page.said for name in driver.levels)


def test_mindset_shows_its_four_signs(site: Path) -> None:
    said = read(site, "elements/mindset.html").said
    assert "Signs of a fixed mindset" in said
    assert said.count("May not even start") == 1


def test_leap_codes_lead_into_the_finder(site: Path, toolbox: Toolbox) -> None:
    for driver in toolbox.drivers:
        for element in driver.elements:
            page = (site / f"elements/{element.id}.html").read_text(encoding="utf-8")
            assert re.findall(r'index\.html\?leap=([\w.]+)"', page) == list(element.leap)


def test_neighbours_are_sorted_by_level(rows: list[dict[str, Any]]) -> None:
    near = build_neighbours(rows)
    for row in rows:
        if "level" in row:
            assert all(other["level"] < row["level"] for other in near[row["id"]].easier)
            assert all(other["level"] > row["level"] for other in near[row["id"]].harder)
        found = near[row["id"]]
        every = {other["id"] for other in (*found.easier, *found.harder, *found.beside, *found.steps)}
        assert set(row["related"]) <= every
        assert row["id"] not in every


def test_steps_and_the_moves_that_meet_them_lead_to_each_other(rows: list[dict[str, Any]]) -> None:
    near = build_neighbours(rows)
    steps = [row for row in rows if "progression" in row]
    met = [(step, other) for step in steps for other in near[step["id"]].beside if "element" in other]
    assert len(met) > 20
    assert all(step in near[other["id"]].steps for step, other in met)


def test_a_progression_is_walked_from_end_to_end(toolbox: Toolbox, rows: list[dict[str, Any]]) -> None:
    near = build_neighbours(rows)
    for one in toolbox.progressions:
        steps = [step for group in build_groups(one, rows, near) for step in group.steps]
        assert [step.move["id"] for step in steps] == [step.id for step in one.steps]
        assert [step.place for step in steps] == list(range(1, len(steps) + 1))
        assert steps[0].before is None
        assert steps[-1].after is None
        assert all(step.after is after.move for step, after in pairwise(steps))


def test_phases_that_are_not_printed_are_named_as_a_place_for_ones_own(site: Path, toolbox: Toolbox) -> None:
    for one in toolbox.progressions:
        phases = build_phases(one, toolbox.progressions)
        assert [phase.name for phase in phases] == ["Foundation", "Differentiated", "Personalized"]
        assert [phase.progression for phase in phases] == [None, None, one]
        assert read(site, f"progressions/{one.id}.html").said.count("a place for those of your school") == 2


def test_every_term_that_a_step_marks_is_explained(site: Path, toolbox: Toolbox) -> None:
    marked = {term for one in toolbox.progressions for step in one.steps for term in step.defined}
    assert len(marked) >= 6
    found = {term: toolbox.glossary.find(term) for term in marked}
    assert [term for term in marked if not found[term]] == []
    page = (site / "progressions/flex-personalized.html").read_text(encoding="utf-8")
    assert 'glossary.html#group-worthy"' in page


def test_terms_stand_in_order_and_no_two_share_a_name(toolbox: Toolbox) -> None:
    terms = toolbox.glossary.terms
    names = [name for term in terms for name in term.names]
    assert len(names) == len(set(names))
    spelt = [term.term.casefold() for term in terms]
    assert spelt == sorted(spelt)


def test_every_decision_leads_to_its_place_in_the_planner(site: Path, toolbox: Toolbox) -> None:
    planner = read(site, "planner.html")
    known = {attributes.get("id") for _, attributes in planner.tags}
    for area in toolbox.framework.areas:
        page = read(site, f"framework/{area.id}.html")
        for decision in area.decisions:
            assert decision.id in known
            assert any(attributes.get("href") == f"../planner.html#{decision.id}" for _, attributes in page.tags)
            for text in (*decision.questions, decision.why, decision.ready_when):
                assert plain(text) in page.said


def test_attributes_show_all_three_levels(site: Path, toolbox: Toolbox) -> None:
    for attribute in toolbox.self_assessment.attributes:
        said = read(site, f"attributes/{attribute.id}.html").said
        for text in (*(text for _, text in attribute.levels.in_order), *attribute.look_for, *attribute.includes):
            assert plain(text) in said


def test_a_stage_has_every_question_of_both_sides(site: Path, toolbox: Toolbox) -> None:
    for stage in toolbox.guide.stages:
        page = read(site, f"stages/{stage.id}.html")
        for side in (stage.learners, stage.adults):
            assert all(plain(text) in page.said for text in (side.about, *side.questions, *side.tips))
        current = [attributes for name, attributes in page.tags if attributes.get("aria-current") == "step"]
        assert len(current) == 1


def test_what_waypost_does_and_what_the_school_does_are_told_apart(site: Path, toolbox: Toolbox) -> None:
    said = read(site, "considerations.html").said
    each = toolbox.guide.considerations
    assert said.count("What Waypost does ") == sum(bool(one.met_by) for one in each)
    assert said.count("What your school does ") == sum(bool(one.school_must) for one in each)


def test_every_resource_stands_once_with_a_way_back_to_its_roles(site: Path, toolbox: Toolbox) -> None:
    page = read(site, "resources.html")
    assert sorted(page.ids("li")) == sorted(resource.id for resource in toolbox.guide.resources)
    for role in toolbox.guide.roles:
        said = read(site, f"roles/{role.id}.html").said
        assert all(plain(one.title) in said for one in toolbox.guide.resources if role.id in one.roles)
        assert all(plain(point) in said for point in role.does)


def test_pages_of_a_kind_are_a_chain(site: Path) -> None:
    page, seen = "elements/relationships.html", []
    while page:
        seen.append(page)
        after = [a for name, a in read(site, page).tags if name == "a" and a.get("rel") == "next"]
        page = str(after[0]["href"]).removeprefix("../") if after else ""
    assert len(seen) == len(set(seen)) == 14


def test_sheets_name_their_source_and_their_address(site: Path, toolbox: Toolbox) -> None:
    said = read(site, "elements/culture.html").said
    assert f"Source: {toolbox.drivers[0].source}." in said
    assert f"{SITE}toolbox/elements/culture.html" in said


def test_contents_lead_to_every_sheet(site: Path) -> None:
    asked = {str(a["href"]).partition("#")[0] for name, a in read(site, "contents.html").tags if name == "a"}
    sheets = {str(path.relative_to(site)) for path in site.rglob("*.html")} - {"contents.html"}
    assert sheets - asked == set()


def test_no_page_has_style_or_script_inside(site: Path) -> None:
    for path in site.rglob("*.html"):
        for name, attributes in read(site, str(path.relative_to(site))).tags:
            assert "style" not in attributes
            assert name != "style"
            assert name != "script" or "src" in attributes or attributes.get("type") == "application/json"


def test_a_schools_own_move_stands_in_the_continuum_and_says_so(tmp_path: Path) -> None:
    local = tmp_path / "local"
    local.mkdir()
    (local / "own.yml").write_text(OWN, encoding="utf-8")
    placed = place_toolbox(tmp_path / "site", SITE, local=local)
    assert placed.problems == ()
    page = (tmp_path / "site/toolbox/elements/mindset.html").read_text(encoding="utf-8")
    second = page[page.index('data-level="2"') : page.index('data-level="3"')]
    assert second.index("mindset-2-1") < second.index('id="own-ask-twice"') < second.index("Our school’s own")


def test_a_schools_own_progression_takes_the_place_of_a_phase(tmp_path: Path) -> None:
    local = tmp_path / "local"
    local.mkdir()
    text = (toolbox_dir() / "progressions/flex-personalized.yml").read_text(encoding="utf-8")
    step = text[text.index("  - id: flex-personalized-1\n") : text.index("  - id: flex-personalized-2\n")]
    step = re.sub(r"    related: \[[^]]*\]\n", "", step).replace("flex-personalized-1", "own-flex-1")
    head = (
        "id: own-flex-foundation\nmodel: Flex\nphase: Foundation\nphases: [Foundation, Differentiated, Personalized]\n"
        "source: Our school\nsteps:\n"
    )
    (local / "flex.yml").write_text(head + step, encoding="utf-8")
    placed = place_toolbox(tmp_path / "site", SITE, local=local)
    assert placed.problems == ()
    page = read(tmp_path / "site/toolbox", "progressions/flex-personalized.html")
    assert any(a.get("href") == "../progressions/own-flex-foundation.html" for _, a in page.tags)
    assert page.said.count("a place for those of your school") == 1
    loaded = load_toolbox(toolbox_dir(), local=local)
    assert loaded.toolbox is not None
    chapters = build_shelf(loaded.toolbox, build_move_rows(loaded.toolbox)).chapters
    own = [entry.name for chapter in chapters for entry in chapter.entries if entry.own]
    assert own == ["Flex, Foundation"]
