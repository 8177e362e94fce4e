"""What templates may rely on, and what they leave behind."""

from __future__ import annotations

import gc
import re
import weakref
from typing import Any

import pytest
from jinja2 import Environment, UndefinedError, nodes

from render.conftest import TODAY
from waypost.load.stages import load_stages
from waypost.model import DEFAULT_SHARING, PLP, Audience, Portfolio, School
from waypost.model.media import MediaSet
from waypost.render import load_language, render_portfolio
from waypost.render.place import theme_dir, toolbox_dir
from waypost.render.templates import draw
from waypost.views import build_portfolio_view

ENGLISH = load_language("en")
FRONT = dict.fromkeys(("school_name", "style", "title", "text", "ask", "toolbox"), "")


@pytest.fixture
def no_search() -> Any:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def front(**setting: Any) -> str:
    return draw("front.html", **{"language": ENGLISH.tag, "direction": ENGLISH.direction, **FRONT, **setting})


def test_what_pages_show_is_let_go_at_once(
    no_search: None, plan: dict[str, Any], school: School, media: dict[str, MediaSet]
) -> None:
    portfolio = Portfolio("learner", PLP.model_validate(plan), school, DEFAULT_SHARING)
    view = build_portfolio_view(portfolio, Audience.SELF, TODAY, load_stages(toolbox_dir()))
    held = weakref.ref(view)
    assert len(render_portfolio(view, media, ENGLISH, TODAY)) > 9
    del view
    assert held() is None


def test_a_page_that_lacks_a_word_is_not_drawn_and_spoils_none_after_it() -> None:
    with pytest.raises(UndefinedError):
        draw("front.html", language=ENGLISH.tag)
    assert "whole" in front(text="whole")


def test_macros_are_taken_with_what_is_at_hand() -> None:
    # Others would be kept from page to page, and what they rely on is let go after the first.
    folders = (theme_dir() / "portfolio", theme_dir() / "toolbox")
    texts = {path.name: path.read_text(encoding="utf-8") for folder in folders for path in folder.glob("*.html")}
    taken = [(name, line) for name, text in texts.items() for line in re.findall(r"\{% (?:from|import) [^%]*%\}", text)]
    assert len(taken) > 30
    assert [each for each in taken if not each[1].endswith("with context %}")] == []


def test_macros_read_nothing_before_they_are_called() -> None:
    # They are made with the first page that takes them: what is read then would be noted as read by that page alone.
    folder = theme_dir() / "portfolio"
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*.html")]
    names = {name for text in texts for name in re.findall(r'\{% from "([^"]+)"', text)}
    body = [
        node
        for name in names
        for node in Environment(autoescape=True).parse((folder / name).read_text(encoding="utf-8")).body
    ]
    read = [node for node in body if not isinstance(node, nodes.Macro | nodes.FromImport)]
    assert len(names) > 6
    assert {name.name for node in read for name in node.find_all(nodes.Name) if name.ctx == "load"} <= {"_"}
