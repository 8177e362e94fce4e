"""EBML: elements, each with a number for a name and its length. Source: RFC 8794."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from .patches import Patches
from .trouble import damaged

VOID = 0xEC
LONGEST_READ = 1 << 20


@dataclass(frozen=True)
class Element:
    """One element. `end` is None where it does not say how long it is."""

    name: int
    start: int
    body: int
    end: int | None


def read_element(file: BinaryIO, start: int, limit: int) -> Element:
    """The element at `start`. Raises CleaningError where there is none that ends by `limit`."""
    file.seek(start)
    head = file.read(12)
    name, after = _number(head, 0, most=4, marked=True)
    size, body = _number(head, after, most=8, marked=False)
    if size == (1 << 7 * (body - after)) - 1:
        return Element(name, start, start + body, None)
    if start + body + size > limit:
        raise damaged()
    return Element(name, start, start + body, start + body + size)


def read_content(file: BinaryIO, element: Element) -> bytes:
    """What an element holds. Raises CleaningError where that is more than words and numbers need."""
    if element.end is None or element.end - element.body > LONGEST_READ:
        raise damaged()
    file.seek(element.body)
    return file.read(element.end - element.body)


def void(patches: Patches, element: Element) -> None:
    """Makes an element one that is passed over, with zeros in it, as long as it was."""
    if element.end is None:
        raise damaged()
    length = element.end - element.start
    for width in range(1, 9):
        size = length - 1 - width
        if 0 <= size < (1 << 7 * width) - 1:
            patches.write(element.start, bytes([VOID]) + (size | 1 << 7 * width).to_bytes(width, "big"))
            patches.blank(element.start + 1 + width, element.end)
            return
    raise damaged()


def _number(head: bytes, place: int, most: int, marked: bool) -> tuple[int, int]:
    if place >= len(head) or not head[place]:
        raise damaged()
    width = 9 - head[place].bit_length()
    if width > most or place + width > len(head):
        raise damaged()
    number = int.from_bytes(head[place : place + width], "big")
    return (number if marked else number & (1 << 7 * width) - 1), place + width
