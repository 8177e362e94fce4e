"""Previews of documents in pages that have no viewer: the words of the page's language are in them."""

from __future__ import annotations

from waypost.render import load_language
from waypost.render.documents import place_previews, say_in_preview
from waypost.render.page import Page
from waypost.render.single import render_single
from waypost.render.standalone import list_previews, render_standalone
from waypost.render.words import VIEWER_WORDS, viewer_words

PLACE = '<details class="look"><summary>Look</summary><div data-preview="essay.preview" dir="auto"></div></details>'


def test_preview_is_put_where_it_would_open() -> None:
    language = load_language("en")
    html = place_previews(f"<p>a</p>{PLACE}", {"essay.preview": "<p>w</p>"}.get, viewer_words(language), language)
    before, after = f"<p>a</p>{PLACE}".split(' data-preview="essay.preview"')
    assert html == before + after.replace("></div>", "><p>w</p></div>")
    nothing = place_previews(PLACE, {}.get, {}, language)
    assert nothing.endswith('<div dir="auto"></div></details>')


def test_our_words_are_said_with_their_numbers() -> None:
    language = load_language("en")
    said = say_in_preview(
        '<h4><span class="look-number" data-say="look-slide" data-number="2"></span> A</h4>'
        '<div class="wide" role="group" tabindex="0" data-label="look-table" data-number="3"><table></table></div>'
        '<p class="look-note" data-say="look-rows" data-shown="200" data-all="12000"></p>',
        viewer_words(language),
        language,
    )
    assert '<span class="look-number">Slide 2</span>' in said
    assert 'tabindex="0" aria-label="Table 3"><table>' in said
    assert "200 of 12,000 rows" in said
    assert "data-" not in said


def test_every_sentence_that_previews_ask_for_is_there() -> None:
    asked = {"slide", "table", "rows", "columns", "beginning", "picture", "close"}
    assert {id_ for id_ in VIEWER_WORDS if id_.startswith("look-")} == {f"look-{name}" for name in asked}


def test_one_file_and_written_pages_hold_the_preview_itself() -> None:
    language = load_language("en")
    fragment = '<p>Heron &amp; duck</p><p class="look-note" data-say="look-beginning"></p>'
    page = Page("evidence", "What I made", PLACE)
    single = render_single("Rio", "family", [page], language, "", lambda _: None, {"essay.preview": fragment}.get)
    manifest = {
        "name": "Rio",
        "lang": "en",
        "dir": "ltr",
        "audience": "family",
        "words": viewer_words(language),
        "pages": [{"slug": page.slug, "title": page.title, "html": page.html}],
    }
    assert list_previews(manifest) == {"essay.preview"}
    written = render_standalone(manifest, {}, None, {"essay.preview": fragment})["index.html"]
    for html in (single, written):
        assert '<p>Heron &amp; duck</p><p class="look-note">This is the beginning.' in html
        assert "data-preview" not in html
