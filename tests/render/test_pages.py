"""What holds for every page that is drawn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from html.parser import HTMLParser
from itertools import pairwise, product
from typing import Any

import pytest

from waypost.model import Audience
from waypost.model.school import DEFAULT_VISIBILITY, Section
from waypost.render import Page

Pages = dict[str, Page]
Draw = Callable[..., Pages]
SLUGS = [
    *("cover", "about", "goals", "evidence", "growth", "reflections", "journey", "transition", "presentation"),
    "gaps",
]
VOID = {"br", "hr", "img", "input", "path"}


class Outline(HTMLParser):
    """Reads a page: its elements, whether every one is closed, the order of its headings."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.broken: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.broken.append(tag)

    def ids(self) -> list[str]:
        return [str(attrs["id"]) for _, attrs in self.elements if "id" in attrs]

    def ranks(self) -> list[int]:
        return [int(tag[1]) for tag, _ in self.elements if re.fullmatch("h[1-6]", tag)]


def with_everything(draw: Draw) -> list[tuple[Audience, str, Page]]:
    return [
        (audience, language, page)
        for audience in Audience
        for language in ("en", "es", "ar")
        for page in draw(audience, language).values()
    ]


def test_pages_come_in_order(draw: Draw) -> None:
    assert list(draw(Audience.SELF)) == SLUGS


def test_a_page_that_an_audience_does_not_see_is_not_drawn(draw: Draw) -> None:
    assert list(draw(Audience.PUBLIC)) == ["cover"]


def filled(plan: dict[str, Any], section: str) -> Iterator[dict[str, Any]]:
    """The plan, without what a section holds, and with one thing of it that everybody may see."""
    yield plan
    yield {
        part: {name: value for name, value in content.items() if name != section} if type(content) is dict else content
        for part, content in plan.items()
        if part != section
    }
    if type(plan.get(section)) is list:
        first, *others = plan[section]
        yield {**plan, section: [{**first, "for": [*map(str, Audience)]}, *others]}


def astray(pages: Pages) -> list[tuple[str, str]]:
    """Each route that leads to nothing, behind the page that it stands on."""
    outlines = {slug: Outline(page.html) for slug, page in pages.items()}
    ids = {slug: {*outline.ids(), ""} for slug, outline in outlines.items()}
    found = []
    for slug, outline in outlines.items():
        for _, attrs in outline.elements:
            route = attrs.get("href") or ""
            target, _, id_ = route.removeprefix("#").partition("/")
            if route.startswith("#") and not (id_ in ids[target] if target in pages else target in ids[slug]):
                found.append((slug, route))
    return found


@pytest.mark.parametrize("hidden", [*zip(DEFAULT_VISIBILITY), [*DEFAULT_VISIBILITY]], ids=" ".join)
def test_everybody_has_pages_whatever_a_school_hides(
    hidden: Sequence[Section], draw: Draw, plan: dict[str, Any]
) -> None:
    for section in hidden:
        for other, audience in product(filled(plan, section), Audience):
            pages = draw(audience, other=other, hidden=hidden)
            assert "cover" in pages
            # A link in the learner's own words stays as it was written.
            assert {route for _, route in astray(pages)} <= {"#goals/keeper"}, audience


def test_every_element_is_closed(draw: Draw) -> None:
    for _, _, page in with_everything(draw):
        outline = Outline(page.html)
        assert (page.slug, outline.broken, outline.open) == (page.slug, [], [])


def test_no_page_holds_what_the_policy_forbids(draw: Draw) -> None:
    for _, _, page in with_everything(draw):
        for tag, attrs in Outline(page.html).elements:
            assert tag not in {"script", "style", "iframe", "form", "h1", "object", "link", "base"}
            assert not [name for name in attrs if name == "style" or name.startswith("on") or name == "src"]


def test_headings_start_at_two_and_leave_no_rank_out(draw: Draw) -> None:
    for _, _, page in with_everything(draw):
        ranks = Outline(page.html).ranks()
        assert ranks[0] == 2
        assert ranks.count(2) == 1
        assert all(after <= before + 1 for before, after in pairwise(ranks)), (page.slug, ranks)


def test_no_id_stands_twice_on_a_page(draw: Draw) -> None:
    for _, _, page in with_everything(draw):
        assert [id_ for id_, count in Counter(Outline(page.html).ids()).items() if count > 1] == []


def test_every_route_leads_to_something(draw: Draw) -> None:
    assert {audience: astray(draw(audience)) for audience in Audience} == {audience: [] for audience in Audience}


def test_links_to_other_sites_open_beside_the_page(draw: Draw) -> None:
    found = 0
    for _, attrs in Outline(draw(Audience.SELF)["evidence"].html).elements:
        if (attrs.get("href") or "").startswith("http"):
            found += 1
            assert (attrs["rel"], attrs["target"]) == ("noopener noreferrer", "_blank")
    assert found == 2


def test_a_short_goal_under_two_long_ones_is_drawn_once_and_pointed_to_then(draw: Draw) -> None:
    html = draw(Audience.SELF)["goals"].html
    assert html.count('id="fair"') == 1
    assert '<a href="#goals/fair">' in html


def test_footnotes_of_two_texts_have_ids_of_their_own(draw: Draw, plan: dict[str, Any]) -> None:
    noted = "Once.[^1]\n\n[^1]: More."
    goals = [plan["goals"][0] | {"why": noted, "progress": noted}]
    ids = Outline(draw(Audience.SELF, other=plan | {"goals": goals, "transition": []})["goals"].html).ids()
    assert [id_ for id_ in ids if id_.startswith("fn_")] == ["fn_goals1_1", "fn_goals2_1"]


def test_an_own_element_of_a_learner_cannot_take_the_place_of_a_goal(draw: Draw, plan: dict[str, Any]) -> None:
    goals = [plan["goals"][0] | {"why": '<p id="keeper">mine</p>'}]
    html = draw(Audience.SELF, other=plan | {"goals": goals, "transition": []})["goals"].html
    assert html.count('id="keeper"') == 1


def test_a_picture_names_both_sizes_and_keeps_its_place(draw: Draw) -> None:
    (image,) = [attrs for tag, attrs in Outline(draw(Audience.SELF)["evidence"].html).elements if tag == "img"]
    assert (image["data-media"], image["data-large"]) == ("frame-small", "frame-large")
    assert image["data-sizes"] == "frame-small 800 frame-large 1600"
    assert (image["width"], image["height"], image["loading"]) == ("1600", "1200", "lazy")
    assert image["alt"] == "A wooden frame covered with bees."


def test_a_piece_without_its_file_is_drawn_all_the_same(draw: Draw) -> None:
    html = draw(Audience.SELF, files=False)["evidence"].html
    assert "A frame full of brood" in html
    assert "data-media" not in html


def test_without_a_picture_the_cover_has_the_learners_pattern(draw: Draw) -> None:
    assert '<svg class="pattern"' in draw(Audience.SELF, files=False)["cover"].html
    assert '<svg class="pattern"' not in draw(Audience.SELF)["cover"].html


def test_whoever_waits_for_consent_is_named_to_self_and_advisor_alone(draw: Draw) -> None:
    assert "Still to agree to being shown: Two little cousins." in draw(Audience.SELF)["evidence"].html
    assert "Two little cousins" not in "".join(page.html for page in draw(Audience.FAMILY).values())


def test_words_in_another_language_say_so(draw: Draw) -> None:
    spanish = draw(Audience.FAMILY, "es")
    assert '<p class="cover-sentence" lang="en" dir="ltr">' in spanish["cover"].html
    reflections = draw(Audience.FAMILY)["reflections"].html
    assert '<div class="prose" lang="fr" dir="ltr"><p>Elle ne parle' in reflections
    assert '<div class="prose"><p>On the first warm day.' in reflections


def test_what_is_late_is_said_in_words(draw: Draw) -> None:
    html = draw(Audience.SELF)["goals"].html
    assert 'was due <time datetime="2026-09-01">September 1, 2026</time>, still open' in html


def test_fields_of_the_schools_own_are_shown(draw: Draw) -> None:
    pages = draw(Audience.SELF)
    assert "Nickname" in pages["cover"].html
    assert "Who looks after them when you travel?" in pages["goals"].html


def test_growth_is_told_without_a_number_for_a_level(draw: Draw) -> None:
    html = draw(Audience.SELF)["growth"].html
    assert "<b>On the way</b>" in html
    # Places in the picture are hundredths of its width, which nobody reads.
    assert "%" not in re.sub(r"<[^>]*>", "", html)


@pytest.mark.parametrize("audience", [Audience.SELF, Audience.FAMILY])
def test_an_empty_plan_says_what_will_stand_on_each_page(draw: Draw, audience: Audience) -> None:
    pages = draw(audience, other={"plan": {"name": "I"}})
    sections = SLUGS[: SLUGS.index("transition")]
    assert list(pages) == [*sections, *(["gaps"] if audience is Audience.SELF else [])]
    for slug in sections[1:]:
        assert 'class="empty"' in pages[slug].html, slug


def test_those_who_keep_the_plan_read_another_hint_than_visitors(draw: Draw) -> None:
    empty = {"plan": {"name": "Ida"}}
    assert "Write one long goal" in draw(Audience.ADVISOR, other=empty)["goals"].html
    assert "Ask <bdi>Ida</bdi> what" in draw(Audience.FAMILY, other=empty)["goals"].html


def test_a_name_is_text_and_never_markup(draw: Draw) -> None:
    empty = {"plan": {"name": "<img src=x onerror=alert(1)>"}}
    for page in draw(Audience.FAMILY, other=empty).values():
        assert "<img" not in page.html
