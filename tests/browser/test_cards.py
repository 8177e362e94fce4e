"""Moves on cards: eight to a sheet, the back of each behind its front, and nothing cut off."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from browser.conftest import Visit
from browser.findings import findings
from browser.paper import Paper

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
SHARP = {"device_scale_factor": 3}
MILLIMETRE = 96 / 25.4
SIX = "cards.html?ids=culture-1-1,culture-1-2,culture-1-3,relationships-1-1,flex-personalized-1,culture-3-1"

# What stands out of its card, and which text is higher or wider than its place.
OUTSIDE = """() => [...document.querySelectorAll(".card")].flatMap((card) => {
  const box = card.getBoundingClientRect();
  const text = card.querySelector(".card-text");
  const out = [...card.querySelectorAll("*")].map((each) => each.getBoundingClientRect()).some((each) =>
    each.left < box.left || each.right > box.right + 0.1 || each.top < box.top || each.bottom > box.bottom + 0.1);
  const over = text.scrollHeight > text.clientHeight || text.scrollWidth > text.clientWidth;
  return out || over ? [card.dataset.front ?? card.dataset.back] : [];
})"""
# Where each side of each card stands on its sheet, in pixels from the sheet's corner.
PLACES = """(side) => Object.fromEntries([...document.querySelectorAll(`[data-${side}]`)].map((card) => {
  const sheet = card.closest(".paper");
  const [from, box] = [sheet.getBoundingClientRect(), card.getBoundingClientRect()];
  return [card.dataset[side], {
    left: box.left - from.left, right: box.right - from.left, top: box.top - from.top, bottom: box.bottom - from.top,
    sheet: Math.floor([...document.querySelectorAll(".paper")].indexOf(sheet) / 2),
  }];
}))"""


@pytest.fixture
def cards(visit: Visit) -> Visit:
    """Opens the cards, and waits until they are measured."""

    def open_at(asked: str, **options: Any) -> Page:
        page = visit(asked, **options)
        page.locator("#preview[data-ready]").wait_for(state="attached")
        return page

    return open_at


def on_paper(page: Page) -> Page:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1000, "height": 1200})
    return page


def codes(place: Locator) -> list[str]:
    picture = Image.open(io.BytesIO(place.screenshot()))
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def test_every_move_fits_on_its_card_and_its_deed_can_be_read_at_arms_length(cards: Visit) -> None:
    page = cards("cards.html?all")
    assert page.locator("[data-front]").count() == page.locator("[data-back]").count() == 317
    sizes = page.locator(".front .card-text").evaluate_all("all => all.map((each) => getComputedStyle(each).fontSize)")
    assert min(float(size.removesuffix("px")) for size in sizes) * 72 / 96 == pytest.approx(13, abs=0.01)
    assert on_paper(page).evaluate(OUTSIDE) == []
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1700, "height": 1200})
    page.evaluate("document.getElementById('preview').style.setProperty('--scale', '1')")
    assert page.evaluate(OUTSIDE) == []


def test_the_longest_that_a_school_may_write_fits_too(visit: Visit) -> None:
    longest = {"text": 320, "next": 320, "works_when": 240}
    words = ("Learners explain their thinking to one another before anybody answers " * 5).strip()
    written: dict[str, Any] = {key: words[:size] for key, size in longest.items()}
    written["see"] = [words[:120]] * 5
    page = visit("index.html")
    # The data script sets `waypost` before any of the page's own scripts reads it.
    page.add_init_script(
        "Object.defineProperty(globalThis, 'waypost', {"
        f"get() {{ return this.kept }}, set(all) {{ Object.assign(all.moves[0], {written}); this.kept = all }} }})"
    )
    page.goto(page.url.replace("index.html", "cards.html?ids=relationships-1-1"))
    page.locator("#preview[data-ready]").wait_for(state="attached")
    expect(page.locator(".card-deed")).to_have_text(written["text"])
    assert page.evaluate(OUTSIDE) == []
    assert on_paper(page).evaluate(OUTSIDE) == []


def test_fronts_and_backs_take_turns_on_paper_of_the_chosen_size(cards: Visit) -> None:
    page = cards("cards.html?element=culture")
    for paper, size in {"a4": (595, 842), "letter": (612, 792)}.items():
        page.locator(f"#paper-{paper}").check()
        page.locator("#preview[data-ready]").wait_for(state="attached")
        count = page.locator("[data-front]").count()
        pdf = page.pdf(prefer_css_page_size=True)
        sheets = Paper(pdf).sheets
        assert len(sheets) == 2 * -(-count // 8)
        assert [len(re.findall("Level[123]", sheet)) for sheet in sheets[::2]] == [8, 8, count - 16]
        assert [sheet.count("Revision") for sheet in sheets[1::2]] == [8, 8, count - 16]
        boxes = re.findall(rb"/MediaBox \[([^\]]+)\]", pdf)
        assert {tuple(round(float(side)) for side in box.split()) for box in boxes} == {(0, 0, *size)}


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_back_of_each_card_lies_behind_its_front(cards: Visit, direction: str) -> None:
    page = on_paper(cards("cards.html?element=culture"))
    page.evaluate("(direction) => { document.documentElement.dir = direction }", direction)
    for paper, (width, height) in {"a4": (210, 297), "letter": (215.9, 279.4)}.items():
        page.locator(f"#paper-{paper}").evaluate("one => one.click()")
        for edge in ("long", "short"):
            page.locator(f"#edge-{edge}").evaluate("one => one.click()")
            expect(page.locator("#preview")).to_have_attribute("data-paper", paper)
            expect(page.locator("#preview")).to_have_attribute("data-edge", edge)
            fronts, backs = page.evaluate(PLACES, "front"), page.evaluate(PLACES, "back")
            assert set(fronts) == set(backs)
            for id_, front in fronts.items():
                back = backs[id_]
                assert back["sheet"] == front["sheet"]
                across, down = (back["left"], back["top"])
                if edge == "long":
                    across = width * MILLIMETRE - back["right"]
                else:
                    down = height * MILLIMETRE - back["bottom"]
                assert across == pytest.approx(front["left"], abs=0.5), (paper, edge, id_)
                assert down == pytest.approx(front["top"], abs=0.5), (paper, edge, id_)


def test_marks_stand_where_the_cards_end(cards: Visit) -> None:
    page = on_paper(cards(SIX))
    marks = page.locator(".marks").first.evaluate(
        """(svg) => { const from = svg.closest(".paper").getBoundingClientRect();
        return [...svg.querySelectorAll("line")].map((line) => { const box = line.getBoundingClientRect();
          return [box.left - from.left, box.top - from.top, box.right - from.left, box.bottom - from.top]; }) }"""
    )
    places = page.evaluate(PLACES, "front").values()
    inner = {side: [place[side] for place in places] for side in ("left", "right", "top", "bottom")}
    upright = [(left + right) / 2 for left, top, right, bottom in marks if bottom - top > right - left]
    level = [(top + bottom) / 2 for left, top, right, bottom in marks if right - left > bottom - top]
    for edge in {round(each) for each in inner["left"] + inner["right"]}:
        assert sum(abs(mark - edge) < 1 for mark in upright) >= 2
    for edge in {round(each) for each in inner["top"] + inner["bottom"]}:
        assert sum(abs(mark - edge) < 1 for mark in level) >= 2
    # Five millimetres from the edge of the paper, where printers reach.
    assert min(min(mark[:2]) for mark in marks) >= 5 * MILLIMETRE


@pytest.mark.parametrize("options", [SHARP, {**SHARP, "color_scheme": "dark"}], ids=["light", "dark"])
def test_code_leads_to_the_page_of_its_move(cards: Visit, options: dict[str, Any]) -> None:
    page = cards(SIX, **options)
    page.evaluate("document.getElementById('preview').style.setProperty('--scale', '1')")
    for id_, where in {
        "culture-1-2": "elements/culture.html#culture-1-2",
        "flex-personalized-1": "progressions/flex-personalized.html#flex-personalized-1",
    }.items():
        assert codes(page.locator(f"[data-back={id_}]")) == [f"https://school.example.org/toolbox/{where}"]


def test_code_has_its_quiet_zone(cards: Visit) -> None:
    page = cards(SIX)
    for box, path in page.locator(".back .code").evaluate_all(
        "all => all.map((svg) => { const {x, y, width, height} = svg.querySelector('path').getBBox();"
        " return [svg.viewBox.baseVal.width, [x, y, x + width, y + height]] })"
    ):
        assert path == [4, 4, box - 4, box - 4]


def test_card_says_its_place_its_look_fors_and_its_revision(cards: Visit) -> None:
    page = cards("cards.html?ids=culture-2-3")
    front, back = page.locator("[data-front=culture-2-3]"), page.locator("[data-back=culture-2-3]")
    expect(front).to_contain_text("Culture")
    expect(front).to_contain_text("Level 2")
    expect(front).to_contain_text("Moving more learner centered")
    expect(front.locator(".strokes-2")).to_be_visible()
    expect(back).to_contain_text("It works when")
    expect(back.get_by_role("listitem").first).to_be_visible()
    assert re.search(r"culture-2-3 Revision [0-9a-f]{6}$", back.inner_text())


def test_cards_without_keeping_are_those_that_the_address_names(cards: Visit) -> None:
    page = cards("cards.html?ids=culture-1-2,relationships-1-1,culture-1-2")
    fronts = "all => all.map((each) => each.dataset.front)"
    assert page.locator("[data-front]").evaluate_all(fronts) == ["culture-1-2", "relationships-1-1"]
    expect(page.get_by_text("2 cards on one sheet")).to_be_visible()
    page = cards("cards.html?progression=flex-personalized")
    assert page.locator("[data-front]").count() == 9


def test_what_the_toolbox_does_not_have_is_told(cards: Visit) -> None:
    page = cards("cards.html?ids=culture-1-2,nothing-1")
    expect(page.get_by_text("The toolbox does not have: nothing-1")).to_be_visible()
    expect(page.locator("[data-front]")).to_have_count(1)


def test_without_kept_moves_the_page_says_where_cards_come_from(cards: Visit) -> None:
    page = cards("cards.html")
    expect(page.get_by_role("link", name="Find a move")).to_be_visible()
    expect(page.locator("#settings")).to_be_hidden()


def test_cards_of_kept_moves_stand_in_their_order(visit: Visit) -> None:
    page = visit("index.html")
    page.evaluate(
        "localStorage.setItem('waypost-my-moves',"
        " JSON.stringify({name: '', moves: [{id: 'culture-3-1'}, {id: 'relationships-1-1'}]}))"
    )
    page.goto(page.url.replace("index.html", "cards.html"))
    expect(page.locator("[data-front]").first).to_have_attribute("data-front", "culture-3-1")
    expect(page.locator("[data-front]")).to_have_count(2)


@pytest.mark.parametrize(("locale", "paper"), [("en-US", "letter"), ("de-DE", "a4")])
def test_paper_is_that_of_the_readers_country(cards: Visit, locale: str, paper: str) -> None:
    page = cards(SIX, locale=locale)
    expect(page.locator(f"#paper-{paper}")).to_be_checked()


def test_settings_are_used_by_keyboard_and_touch(cards: Visit) -> None:
    page = cards(SIX)
    page.locator("#paper-letter").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#preview")).to_have_attribute("data-paper", "a4")
    page = cards(SIX, **PHONE)
    page.get_by_text("short edge").tap()
    expect(page.locator("#preview")).to_have_attribute("data-edge", "short")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_preview_has_the_proportions_of_the_paper(cards: Visit) -> None:
    page = cards(SIX, viewport={"width": 320, "height": 700}, locale="de-DE")
    box = page.locator(".paper").first.bounding_box()
    assert box
    assert box["width"] <= 320
    assert box["height"] / box["width"] == pytest.approx(297 / 210, rel=0.01)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("asked", [SIX, "cards.html", "cards.html?ids=nothing-1"])
def test_cards_are_without_findings(cards: Visit, asked: str) -> None:
    page = cards(asked)
    assert findings(page, by_night=asked != "cards.html") == []
