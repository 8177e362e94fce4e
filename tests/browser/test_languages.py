"""The page around a learner's words is in the recipient's language; the words stay as they were written."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from browser.built import Built
from browser.findings import findings
from browser.reader import Read, Reader

GAPS = """(heading) => {
  const words = document.createRange();
  words.selectNodeContents(heading);
  const box = words.getBoundingClientRect();
  return [box.left, document.documentElement.clientWidth - box.right];
}"""


def titles(reader: Reader) -> list[str]:
    return [title.strip() for title in reader.page.locator("nav.contents a").all_text_contents()]


def test_spanish_recipient_reads_spanish_around_the_learners_words(school: Built, read: Read) -> None:
    english, spanish = read(), read()
    english.open(school.link("maya-okafor", "Ngozi Okafor"))
    spanish.open(school.link("maya-okafor", "Abuela Inés"))
    expect(spanish.page.locator("html")).to_have_attribute("lang", "es")
    expect(spanish.page.locator("html")).to_have_attribute("dir", "ltr")
    pairs = list(zip(titles(english), titles(spanish), strict=True))
    assert len(pairs) == 11
    assert [pair for pair in pairs if pair[0] == pair[1]] == []
    for locator in ("nav summary", "footer button", "a[rel=next]"):
        words = spanish.page.locator(locator).first.text_content()
        assert words != english.page.locator(locator).first.text_content()
    expect(spanish.page.locator("main")).to_contain_text("I take things apart so that they can tell me")
    expect(spanish.page.get_by_text("I take things apart")).to_have_attribute("lang", "en")


def test_arabic_recipient_reads_from_right_to_left(school: Built, read: Read) -> None:
    reader = read()
    reader.open(school.link("layla-haddad", "عائلة ليلى"), "goals")
    html = reader.page.locator("html")
    expect(html).to_have_attribute("lang", "ar")
    expect(html).to_have_attribute("dir", "rtl")
    expect(reader.page.locator("h1")).to_have_text(["ليلى حدّاد"])
    left, right = reader.page.locator("main h2").first.evaluate(GAPS)
    assert right < left
    assert not any(title.isascii() for title in titles(reader))


def test_english_words_keep_their_direction_on_an_arabic_page(school: Built, read: Read) -> None:
    reader = read()
    reader.open(school.link("maya-okafor", "Teta Salma"), "reflections")
    expect(reader.page.locator("html")).to_have_attribute("dir", "rtl")
    words = reader.page.get_by_text("I spent ten weeks on wheels.")
    assert words.evaluate("words => getComputedStyle(words).direction") == "ltr"
    assert words.evaluate("words => words.closest('[lang]').lang") == "en"


def test_reflection_in_another_language_says_which(school: Built, read: Read) -> None:
    reader = read()
    reader.open(school.link("maya-okafor", "Ngozi Okafor"), "reflections")
    words = reader.page.get_by_text("Va despacio, pero va.")
    assert words.evaluate("words => words.closest('[lang]').lang") == "es"


def test_locked_page_of_an_arabic_reader_runs_from_right_to_left(school: Built, read: Read) -> None:
    reader = read(locale="ar-EG")
    reader.visit(school.link("layla-haddad", "عائلة ليلى"), secret="")
    reader.sees_locked("no-secret")
    expect(reader.page.locator("html")).to_have_attribute("lang", "ar")
    expect(reader.page.locator("html")).to_have_attribute("dir", "rtl")


def blobs(reader: Reader) -> list[str]:
    """What of the portfolio was fetched so far."""
    return [url.rpartition("/")[2] for url in reader.fetched if "/b/" in url]


def tongue(reader: Reader, lang: str) -> Locator:
    return reader.page.locator(f".tongues button[lang={lang}]")


def test_a_reader_changes_the_language_and_stays_where_they_are(school: Built, read: Read) -> None:
    reader = read(fresh=True, viewport={"width": 320, "height": 640})
    link = school.link("maya-okafor", "Ngozi Okafor")
    reader.open(link, "goals")
    # Nothing of another language comes before somebody asks for it, not even its letters.
    assert blobs(reader) == [f"{school.manifest_blob(link)}.age"]
    assert not [url for url in reader.fetched if "arabic" in url]
    choice = reader.page.get_by_role("navigation", name="Language")
    expect(choice.get_by_role("button")).to_have_text(["English", "العربية", "Español"])
    assert [button.get_attribute("dir") for button in choice.get_by_role("button").all()] == ["ltr", "rtl", "ltr"]
    expect(tongue(reader, "en")).to_have_attribute("aria-current", "true")
    box = tongue(reader, "es").bounding_box()
    assert box
    assert box["height"] >= 44
    assert findings(reader.page) == []
    reader.turn_to("growth")
    address = reader.page.url
    tongue(reader, "es").press("Enter")
    expect(reader.page.locator("html")).to_have_attribute("lang", "es")
    reader.sees_portfolio("growth")
    expect(tongue(reader, "es")).to_be_focused()
    expect(tongue(reader, "es")).to_have_attribute("aria-current", "true")
    assert reader.page.url == address
    assert reader.page.title().startswith("Cómo voy creciendo")
    reader.page.go_back()
    reader.sees_portfolio("goals")
    expect(reader.page.locator("main h2").first).to_have_text("Mis metas")
    tongue(reader, "ar").click()
    expect(reader.page.locator("html")).to_have_attribute("dir", "rtl")
    assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert findings(reader.page) == []
    reader.page.reload()
    reader.sees_portfolio("goals")
    expect(reader.page.locator("main h2").first).to_have_text("أهدافي")
    # The choice is this link's alone.
    reader.open(school.link("maya-okafor", "Abuela Inés"))
    expect(reader.page.locator("html")).to_have_attribute("lang", "es")
    reader.open(school.link("layla-haddad", "عائلة ليلى"))
    expect(reader.page.locator(".tongues")).to_have_count(0)


def test_a_language_that_does_not_come_leaves_the_one_that_is_there(school: Built, read: Read) -> None:
    reader = read()
    link = school.link("maya-okafor", "Ngozi Okafor")
    spanish = school.manifest_blob(school.link("maya-okafor", "Abuela Inés"))
    reader.open(link, "find")
    reader.page.locator(".find-field").fill("robot")
    reader.page.route(f"**/{spanish}.age", lambda route: route.abort())
    tongue(reader, "es").click()
    expect(reader.page.get_by_role("status").first).to_contain_text("could not be fetched in this language")
    expect(reader.page.locator("html")).to_have_attribute("lang", "en")
    reader.page.unroute_all()
    tongue(reader, "es").click()
    expect(reader.page.locator("html")).to_have_attribute("lang", "es")
    # What was typed is still there, and what was found.
    expect(reader.page.locator(".find-field")).to_have_value("robot")
    expect(reader.page.locator(".find-list a").first).to_be_visible()
    reader.page.route(f"**/{spanish}.age", lambda route: route.abort())
    reader.page.reload()
    reader.sees_portfolio()
    expect(reader.page.locator("html")).to_have_attribute("lang", "en")
    reader.forgive("ERR_FAILED")
