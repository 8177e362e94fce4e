"""No page needs to be scrolled sideways: at 320 and 360 pixels, nor at twice the size on a small laptop."""

from __future__ import annotations

import pytest
from playwright.sync_api import ViewportSize, expect

from browser.built import Built
from browser.findings import violations
from browser.reader import Read, Reader

SCREENS: dict[str, ViewportSize] = {
    "320 px": {"width": 320, "height": 640},
    "360 px": {"width": 360, "height": 740},
    # 1280 pixels wide, zoomed to 200 %.
    "zoomed": {"width": 640, "height": 400},
}
OVERFLOW = """() => {
  const wide = document.scrollingElement.scrollWidth, given = document.documentElement.clientWidth;
  if (wide <= given) return [];
  const name = (one) => [one.localName + (one.id && "#" + one.id), ...one.classList].join(".");
  const out = [...document.body.querySelectorAll("*")].filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width && (box.right > given + 0.5 || box.left < -0.5) && getComputedStyle(one).position !== "fixed";
  });
  return [`${wide} px of ${given}`, ...out.slice(-4).map((one) => name(one.parentElement) + " > " + name(one))];
}"""

SMALL = """() => [...document.querySelectorAll("button, summary, nav a, a[rel=next], a[data-download], input")]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 2)
  .filter((one) => one.getBoundingClientRect().width < 44 || one.getBoundingClientRect().height < 44)
  .map((one) => one.outerHTML.slice(0, 100))"""


# The sharpest of the three: what is drawn at all is as wide on each.
SHARP = {"device_scale_factor": 2}


def overflow(reader: Reader) -> list[str]:
    return list(reader.page.evaluate(OVERFLOW))


def overflow_anywhere(reader: Reader) -> dict[str, list[str]]:
    """What is too wide on any of the screens, as the page stands."""
    found = {}
    for name, screen in SCREENS.items():
        reader.page.set_viewport_size(screen)
        found[name] = overflow(reader)
    return {name: places for name, places in found.items() if places}


@pytest.mark.parametrize(
    ("student", "recipient"),
    [
        ("maya-okafor", "Ngozi Okafor"),
        ("maya-okafor", "Teta Salma"),
        ("layla-haddad", "عائلة ليلى"),
        ("jo-oneill", "Family"),
    ],
    ids=["English", "English words in Arabic", "Arabic", "nothing yet"],
)
def test_no_page_scrolls_sideways(school: Built, read: Read, student: str, recipient: str) -> None:
    reader = read(viewport=SCREENS["360 px"], **SHARP)
    reader.open(school.link(student, recipient))
    found = {}
    for slug in reader.slugs():
        reader.turn_to(slug)
        found[slug] = overflow_anywhere(reader)
        if slug == "evidence" and student == "maya-okafor":
            for kind, id_ in {"audio": "voice", "video": "rolling"}.items():
                reader.page.locator(f"#{id_}").get_by_role("button").click()
                reader.page.locator(f"#{id_} {kind}").wait_for()
            reader.sees_pictures()
            found["evidence, opened"] = overflow_anywhere(reader)
            reader.page.locator("#harbor button:has(img)").click()
            reader.sees_pictures()
            found["large picture"] = overflow_anywhere(reader)
            reader.page.go_back()
            reader.sees_portfolio("evidence")
    assert {page: places for page, places in found.items() if places} == {}


def test_no_locked_page_scrolls_sideways(school: Built, read: Read) -> None:
    reader = read(**SHARP)
    panel = school.link("maya-okafor", "Panel of the technical center")
    reader.visit(panel, secret="")
    reader.sees_locked("no-secret")
    assert overflow_anywhere(reader) == {}
    reader.visit(panel)
    reader.sees_locked("passphrase")
    assert overflow_anywhere(reader) == {}
    reader.page.route("**/grant.age", lambda route: route.fulfill(content_type="text/html", body=""))
    reader.visit(panel)
    reader.sees_locked("withdrawn")
    assert overflow_anywhere(reader) == {}


def test_contents_open_on_a_phone_without_covering_the_page(school: Built, read: Read) -> None:
    reader = read(viewport=SCREENS["320 px"])
    reader.open(school.link("maya-okafor", "Ngozi Okafor"), "goals")
    reader.page.locator("nav summary").click()
    assert overflow(reader) == []
    contents = reader.page.locator("nav a").last.bounding_box()
    page = reader.page.locator("main").bounding_box()
    assert contents
    assert page
    assert contents["y"] + contents["height"] <= page["y"] + 1


def test_every_control_is_large_enough_for_a_thumb(school: Built, read: Read) -> None:
    reader = read(viewport=SCREENS["360 px"])
    reader.open(school.link("maya-okafor", "Ngozi Okafor"))
    found = {}
    for slug in reader.slugs():
        reader.turn_to(slug)
        if reader.page.locator("nav summary").is_visible():
            reader.page.locator("nav summary").click()
        found[slug] = reader.page.evaluate(SMALL)
    reader.visit(school.link("maya-okafor", "Panel of the technical center"))
    reader.sees_locked("passphrase")
    found["passphrase"] = reader.page.evaluate(SMALL)
    assert {page: controls for page, controls in found.items() if controls} == {}


def test_slides_notes_and_search_fit_a_narrow_phone_and_stand_still(school: Built, read: Read) -> None:
    reader = read(fresh=True, reduced_motion="reduce", viewport=SCREENS["320 px"])
    reader.page.add_init_script("window.open = () => null")
    reader.open(school.link("maya-okafor", "Maya"), "gaps")
    found = {"gaps": overflow(reader) + violations(reader.page)}
    reader.turn_to("find")
    reader.page.locator(".find-field").fill("sand")
    expect(reader.page.locator(".found").first).to_be_visible()
    found["find"] = overflow(reader)
    reader.turn_to("presentation")
    found["presentation"] = overflow(reader) + violations(reader.page)
    reader.page.get_by_role("button", name="Present", exact=True).click()
    expect(reader.page.locator(".presenter .reveal.ready")).to_have_count(1)
    found["slides"] = overflow(reader) + violations(reader.page)
    reader.page.keyboard.press("ArrowRight")
    expect(reader.page.locator(".presenter .present .slide-title")).to_have_text("It rolls")
    lasting = "all => all.map((one) => getComputedStyle(one).transitionDuration)"
    assert set(reader.page.locator(".presenter .slides > section").evaluate_all(lasting)) == {"0s"}
    reader.page.get_by_role("button", name="Notes and timer").click()
    expect(reader.page.locator(".presenter .speaker-words")).to_be_visible()
    found["notes"] = overflow(reader) + violations(reader.page)
    assert {state: places for state, places in found.items() if places} == {}
