"""The shell: the same for everyone, with words for whoever cannot get further."""

from __future__ import annotations

import json
import re

from waypost.render import VIEWER_WORDS, load_language, render_shell


def shell(school: str = "Tamarack Bend School", contact: str | None = "The office") -> str:
    languages = [load_language(tag) for tag in ("en", "es", "ar")]
    later = {"ahead": "ahead.js", "search": "search.js"}
    return render_shell(school, contact, "../../assets/", "viewer.js", "portfolio.css", later, languages)


def test_shell_holds_all_words_of_all_its_languages() -> None:
    block = re.search(r'<script type="application/json" id="waypost-words">(.*?)</script>', shell(), re.DOTALL)
    assert block is not None
    words = json.loads(block[1])
    assert list(words) == ["en", "es", "ar"]
    assert all(set(said) == set(VIEWER_WORDS) for said in words.values())


def test_shell_names_its_files_by_relative_addresses() -> None:
    html = shell()
    assert 'href="../../assets/portfolio.css"' in html
    assert 'src="../../assets/viewer.js"' in html
    assert '<script async src="../../assets/ahead.js">' in html
    assert 'data-search="../../assets/search.js"' in html
    assert not re.search(r'(?:href|src)="(?:https?:)?//', html)


def test_shell_speaks_in_every_language_without_the_script() -> None:
    html = shell()
    for tag, direction in (("en", "ltr"), ("es", "ltr"), ("ar", "rtl")):
        assert f'<section lang="{tag}" dir="{direction}">' in html
    assert "Este navegador no puede abrir el portafolio" in html


def test_a_school_may_have_any_name_and_no_contact() -> None:
    html = shell('</script><script>alert("1")</script>', None)
    assert "<script>alert" not in html
    assert 'data-contact=""' in html
