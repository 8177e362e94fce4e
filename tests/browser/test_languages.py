"""The page around a learner's words is in the recipient's language; the words stay as they were written."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.built import Built
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
