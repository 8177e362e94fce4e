"""Markdown prose, drawn as sanitised HTML."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from functools import lru_cache
from html import escape

import markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from .plain import render_plain
from .sanitiser import sanitise
from .signs import BACK, NOTE, SIGNS

_MARK = re.compile(r"[`\\\[!<&*_\x02]|  \n")
_HEADINGS = {f"h{rank}": rank for rank in range(1, 7)}


class _Notes(FootnoteExtension):
    """Footnotes whose ids hold a sign in place of their text's name, and never what the learner called them."""

    def _number(self, label: str) -> int:
        return list(self.footnotes).index(label) + 1

    def makeFootnoteId(self, id: str) -> str:
        return f"fn{NOTE}{self._number(id)}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:
        return self.unique_ref(f"fnref{NOTE}{self._number(id)}", found)


class _Pictures(Treeprocessor):
    """Leaves of a picture its words; pictures come into a portfolio as evidence only."""

    def run(self, root: etree.Element) -> None:
        for picture in root.iter("img"):
            picture.tag = "span"
            picture.text = picture.get("alt", "")
            picture.attrib.clear()


class _Headings(Treeprocessor):
    """Moves a text's headings below the heading it stands under, without gaps between ranks."""

    top = 4

    def run(self, root: etree.Element) -> None:
        found = [element for element in root.iter() if element.tag in _HEADINGS]
        if not found:
            return
        highest = min(_HEADINGS[element.tag] for element in found)
        before = self.top - 1
        for element in found:
            wanted = self.top + _HEADINGS[element.tag] - highest
            before = min(wanted, before + 1, 6)
            element.tag = f"h{before}"


class _Unmarked(Treeprocessor):
    """Lets Markdown pass over the texts in which it would find no mark, instead of looking for twenty in turn."""

    def run(self, root: etree.Element) -> None:
        for element in root.iter():
            if element.text and not _MARK.search(element.text):
                element.text = AtomicString(element.text)


class _Own(Extension):
    def extendMarkdown(self, md: markdown.Markdown) -> None:
        md.treeprocessors.register(_Unmarked(md), "waypost-unmarked", 25)
        self.headings = _Headings(md)
        md.treeprocessors.register(self.headings, "waypost-headings", 5)
        md.treeprocessors.register(_Pictures(md), "waypost-pictures", 5)


def _set_up() -> tuple[markdown.Markdown, _Own]:
    own = _Own()
    notes = _Notes(SEPARATOR=NOTE, BACKLINK_TEXT=BACK, BACKLINK_TITLE="")
    tables = TableExtension(use_align_attribute=True)
    extensions: list[Extension | str] = [tables, notes, "sane_lists", "def_list", "fenced_code", own]
    return markdown.Markdown(extensions=extensions, output_format="html"), own


_markdown, _own = _set_up()


def render_markdown(text: str, top: int = 4) -> str:
    """Draws `text` with its headings from rank `top` on. What comes out is sanitised.

    Ids of footnotes hold the sign NOTE, and their way back the sign BACK, for `prose` to fill in. A text of so many
    levels that Markdown gives it up is drawn as it was written. One Markdown instance serves the whole process, so
    this is not for several threads at once.
    """
    global _markdown, _own
    _own.headings.top = top
    text = text.translate(SIGNS)
    try:
        drawn = _markdown.reset().convert(text)
    except RecursionError:
        # The instance still believes itself deep inside a list.
        _markdown, _own = _set_up()
        drawn = f"<p>{escape(text)}</p>"
    return sanitise(drawn)


@lru_cache(maxsize=4096)
def render_text(text: str, top: int = 4) -> str:
    """As `render_markdown`, the short way where there is one; remembers the latest texts."""
    plain = render_plain(text)
    return render_markdown(text, top) if plain is None else plain
