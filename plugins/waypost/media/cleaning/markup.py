"""XML, read without entities and without asking anybody for more; written back as it was."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree

from .room import share
from .trouble import CleaningError, damaged, too_large

TEXT = 16
"""The share of the memory that one part in XML may take: what is read of it takes many times as much."""
_ONE_PIECE = ("too long", "too big", "huge text", "Buffer size limit")
"""What libxml2 says of an attribute or a text that it does not read in one piece."""
Node = Any


def read_markup(content: bytes) -> Node:
    """The root of a document. Raises CleaningError where it is no XML, too long, or declares anything of its own."""
    if len(content) > share(TEXT):
        raise too_large()
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        if any(words in error.msg for words in _ONE_PIECE):
            raise CleaningError(
                "this file holds a picture or a text of more than 10 MB in one piece; put a smaller one in its place"
            ) from None
        raise damaged() from None
    inside = root.getroottree().docinfo.internalDTD
    if inside is not None and any(True for _ in inside.iterentities()):
        raise CleaningError("this file defines words of its own (entities); export it again without them")
    return root


def write_markup(root: Node) -> bytes:
    """The document as UTF-8, without a document type."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True, doctype=None))


def local(name: Any) -> str:
    """A name without its namespace; empty for what is no element."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def elements(root: Node) -> Iterable[Node]:
    """Every element below and with `root`, as a list that changes do not disturb."""
    return list(root.iter(etree.Element))


def remove(node: Node) -> None:
    """Takes an element out, with all that is in it; text behind it stays."""
    parent = node.getparent()
    if parent is None:
        return
    _keep_text(node, node.tail)
    parent.remove(node)


def unwrap(node: Node) -> None:
    """Puts what an element holds in its place."""
    parent = node.getparent()
    if parent is None:
        return
    place = parent.index(node)
    _keep_text(node, node.text)
    inside = list(node)
    for number, child in enumerate(inside):
        parent.insert(place + number, child)
    last = inside[-1] if inside else None
    if node.tail and last is not None:
        last.tail = (last.tail or "") + node.tail
    elif node.tail:
        _keep_text(node, node.tail)
    node.tail = None
    parent.remove(node)


def drop(node: Node, names: Iterable[str]) -> None:
    """Takes attributes off an element."""
    for name in names:
        node.attrib.pop(name, None)


def _keep_text(node: Node, text: str | None) -> None:
    if not text:
        return
    before = node.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + text
    else:
        parent = node.getparent()
        parent.text = (parent.text or "") + text
    if text is node.tail:
        node.tail = None
