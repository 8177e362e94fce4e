"""On paper: the learner, every caption, and no key to anything."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.built import Built, Link
from browser.findings import violations
from browser.paper import Paper
from browser.reader import Read, Reader

# A browser waits in print() for as long as its dialog is open: for the stand-in, time stops instead.
NOTE_PRINTING = """window.running = window.setTimeout;
window.print = () => { window.printed = location.href; window.setTimeout = () => 0 }"""
# As browsers do it by themselves: the address in the margin of each sheet.
MARGIN = "<span class=url style='font-size: 8px'></span>"
CAPTIONS = ("The harbor at dawn", "Drawn on the bus, so the lines are the road.", "Counted twice.")
# The key beside O on other keyboards; the last two print nothing, on Dvorak and with AltGr.
GUARDED = """(() => {
  const pressed = (key, held = {}) =>
    !dispatchEvent(new KeyboardEvent("keydown", { key, code: "KeyP", ctrlKey: true, cancelable: true, ...held }));
  const altKey = true;
  const mac = { ctrlKey: false, metaKey: true, altKey };
  return [pressed("ح"), pressed("З", { shiftKey: true }), pressed("π", mac), pressed("l"), pressed("þ", { altKey })];
})()"""
NAMED = "document.adoptedStyleSheets.some(({ cssRules }) => [...cssRules].some((rule) => /Maya/.test(rule.cssText)))"
INK = """() => {
  const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part) / 765, 0);
  const words = getComputedStyle(document.querySelector("main p")), ground = getComputedStyle(document.body);
  return [light(words.color), light(ground.backgroundColor)];
}"""


@pytest.fixture
def family(school: Built) -> Link:
    return school.link("maya-okafor", "Ngozi Okafor")


@pytest.fixture
def at_the_printer(read: Read, family: Link) -> Reader:
    reader = read()
    reader.open(family, "evidence")
    reader.page.evaluate(f"{NOTE_PRINTING}; null")
    return reader


def squeezed(text: str) -> str:
    return "".join(text.split())


def sheets_of(reader: Reader) -> Paper:
    pdf = reader.page.pdf(display_header_footer=True, header_template=MARGIN, footer_template="<span></span>")
    return Paper(pdf)


def holds_no_key(paper: Paper, link: Link) -> bool:
    parts = (link.secret, link.secret[:12], link.secret[-12:])
    return not any(part in paper.text or part.encode() in paper.raw for part in parts)


def test_everything_is_printed_with_its_captions_and_without_the_key(
    school: Built, family: Link, at_the_printer: Reader
) -> None:
    reader = at_the_printer
    titles = [str(page["title"]) for page in school.tree(family).manifest["pages"]]
    reader.page.get_by_role("button", name="Print everything").click()
    assert reader.until("window.printed") == reader.address(family, secret="")
    paper = sheets_of(reader)
    assert holds_no_key(paper, family)
    assert len(paper.sheets) >= len(titles)
    # Whose it is stands on every sheet: on the cover large, on the others at the head.
    assert all(squeezed(reader.page.locator("h1").inner_text()) in sheet for sheet in paper.sheets)
    expect(reader.page.locator(".piece-code")).to_have_count(0)
    for words in ("Maya Okafor", *titles[1:], *CAPTIONS, "Va despacio, pero va.", "The wheels did not work."):
        assert squeezed(words) in paper.text
    # Twice the photograph and twice the sketch at most; at least each once.
    assert paper.raw.count(b"/Subtype /Image") >= 2
    assert reader.page.evaluate(NAMED)
    reader.page.evaluate("window.setTimeout = window.running; document.querySelector('.tongues [lang=es]').click()")
    expect(reader.page.locator("html")).to_have_attribute("lang", "es")
    assert not reader.page.evaluate(NAMED)


def test_codes_stand_beside_films_only_where_and_when_they_are_asked_for(school: Built, read: Read) -> None:
    reader = read()
    page = reader.page
    panel = school.link("maya-okafor", "Panel of the technical center")
    reader.visit(panel)
    page.evaluate(f"{NOTE_PRINTING}; null")
    page.get_by_label("Passphrase").fill(panel.passphrase)
    page.keyboard.press("Enter")
    reader.sees_portfolio()
    films = sum(html.count("<video ") + html.count("<audio ") for html in pages_of(school, panel))
    assert films > 0
    choice = page.get_by_label("put codes beside films")
    expect(choice).not_to_be_checked()
    choice.check()
    assert violations(page) == []
    page.get_by_role("button", name="Print everything").click()
    reader.until("window.printed")
    expect(page.locator(".print-all .piece-code svg")).to_have_count(films)
    expect(page.locator(".print-all .media-poster")).to_have_count(1)
    family = school.link("maya-okafor", "Ngozi Okafor")
    reader.open(family)
    assert page.get_by_label("put codes beside films").count() == 0


def pages_of(school: Built, link: Link) -> list[str]:
    return [str(page["html"]) for page in school.tree(link).manifest["pages"]]


def test_page_is_printed_with_its_captions_and_without_the_key(family: Link, at_the_printer: Reader) -> None:
    reader = at_the_printer
    reader.page.get_by_role("button", name="Print this page").click()
    assert reader.until("window.printed") == reader.address(family, secret="")
    paper = sheets_of(reader)
    assert holds_no_key(paper, family)
    for words in ("Maya Okafor", *CAPTIONS):
        assert squeezed(words) in paper.text
    assert paper.raw.count(b"/Subtype /Image") >= 2
    for words in ("Print everything", "Print this page", "Skip to the page", "Larger picture", "Play, "):
        assert squeezed(words) not in paper.text


@pytest.mark.parametrize("place", ["the page", "a large picture"])
def test_keys_that_print_keep_the_key_off_the_paper_too(family: Link, at_the_printer: Reader, place: str) -> None:
    reader = at_the_printer
    reader.sees_pictures()
    if place == "a large picture":
        reader.page.locator("#harbor button:has(img)").click()
        reader.sees_pictures()
    reader.page.keyboard.press("Control+p")
    assert reader.until("window.printed") == reader.address(family, secret="")
    assert holds_no_key(sheets_of(reader), family)
    assert reader.page.evaluate(GUARDED) == [True, True, True, False, False]


def test_address_and_links_are_whole_again_after_printing(family: Link, at_the_printer: Reader) -> None:
    reader = at_the_printer
    reader.page.get_by_role("button", name="Print this page").click()
    reader.until("window.printed")
    reader.page.keyboard.press("Shift")
    assert reader.page.url == reader.address(family, "evidence")
    reader.turn_to("goals")
    reader.page.reload()
    reader.sees_portfolio("goals")


def test_paper_is_white_and_ink_is_dark_whatever_the_screen(family: Link, read: Read) -> None:
    reader = read()
    reader.open(family, "reflections")
    for by_night in (False, True):
        reader.page.emulate_media(media="print", color_scheme="dark" if by_night else "light")
        ink, paper = reader.page.evaluate(INK)
        assert ink < 0.25
        # Paper that is not painted at all is as white as it comes out of the tray.
        assert paper in (0, 1)


def test_folded_parts_and_addresses_are_written_out_on_paper(family: Link, at_the_printer: Reader) -> None:
    reader = at_the_printer
    reader.turn_to("about")
    reader.page.get_by_role("button", name="Print this page").click()
    reader.until("window.printed")
    address = "https://example.org/catalogue/of/all/known/threads/metric-and-imperial/with-drawings.html"
    assert address in sheets_of(reader).text


def test_paper_says_that_pictures_are_missing_which_the_browsers_menu_did_not_wait_for(
    family: Link, read: Read
) -> None:
    reader = read(viewport={"width": 390, "height": 320})
    reader.open(family, "evidence")
    told = reader.page.get_by_text("Pictures are missing here. To print all of them, use “Print this page”")
    expect(told).to_be_hidden()
    reader.page.emulate_media(media="print")
    expect(told).to_be_visible()
    reader.page.emulate_media(media="null")
    # What is far from the window is let go again.
    reader.page.set_viewport_size({"width": 390, "height": 6000})
    reader.sees_pictures()
    reader.page.emulate_media(media="print")
    expect(told).to_be_hidden()
    reader.page.emulate_media(media="null")
