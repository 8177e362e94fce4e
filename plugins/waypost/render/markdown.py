"""Markdown prose, drawn as sanitised HTML."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from functools import lru_cache

import markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import ImageInlineProcessor, ImageReferenceInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from .plain import render_plain
from .sanitiser import sanitise
from .signs import BACK, NOTE, SIGNS

_HEADINGS = {f"h{rank}": rank for rank in range(1, 7)}


class _Notes(FootnoteExtension):
    """Footnotes whose ids hold a sign in place of their text's name, and never what the learner called them."""

    def _number(self, label: str) -> int:
        return list(self.footnotes).index(label) + 1

    def makeFootnoteId(self, id: str) -> str:  # noqa: N802, A002
        return f"fn{NOTE}{self._number(id)}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:  # noqa: N802, A002
        return self.unique_ref(f"fnref{NOTE}{self._number(id)}", found)


class _PictureWords(ImageInlineProcessor):
    """Keeps the words of a picture; pictures come into a portfolio as evidence only."""

    def handleMatch(self, m, data):  # type: ignore[no-untyped-def]  # noqa: N802
        return _words_of(*super().handleMatch(m, data))


class _PictureReferenceWords(ImageReferenceInlineProcessor):
    def handleMatch(self, m, data):  # type: ignore[no-untyped-def]  # noqa: N802
        return _words_of(*super().handleMatch(m, data))


def _words_of(picture: etree.Element | None, start: int | None, end: int | None) -> tuple[object, object, object]:
    if picture is None:
        return None, start, end
    words = etree.Element("span")
    words.text = AtomicString(picture.get("alt", ""))
    return words, start, end


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


class _Own(Extension):
    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802
        self.headings = _Headings(md)
        md.treeprocessors.register(self.headings, "waypost-headings", 5)
        patterns = md.inlinePatterns
        patterns.register(_PictureWords(patterns["image_link"].pattern, md), "image_link", 150)
        patterns.register(_PictureReferenceWords(patterns["image_reference"].pattern, md), "image_reference", 140)
        patterns.register(
            _PictureReferenceWords(patterns["short_image_ref"].pattern, md), "short_image_ref", 125
        )


_own = _Own()
_markdown = markdown.Markdown(
    extensions=[
        TableExtension(use_align_attribute=True),
        _Notes(SEPARATOR=NOTE, BACKLINK_TEXT=BACK, BACKLINK_TITLE=""),
        "sane_lists",
        "def_list",
        "fenced_code",
        _own,
    ],
    output_format="html",
)


def render_markdown(text: str, top: int = 4) -> str:
    """Draws `text` with its headings from rank `top` on. What comes out is sanitised.

    Ids of footnotes hold the sign NOTE, and their way back the sign BACK, for `prose` to fill in. One Markdown
    instance serves the whole process, so this is not for several threads at once.
    """
    _own.headings.top = top
    _markdown.reset()
    return sanitise(_markdown.convert(text.translate(SIGNS)))


@lru_cache(maxsize=4096)
def render_text(text: str, top: int = 4) -> str:
    """As `render_markdown`, the short way where there is one; remembers the latest texts."""
    plain = render_plain(text)
    return render_markdown(text, top) if plain is None else plain
