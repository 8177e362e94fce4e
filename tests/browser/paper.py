"""What can be read on the sheets of a PDF that Chromium printed."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
MARKS = re.compile(rb"/F(\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj")
SINGLES = re.compile(rb"<([0-9A-F]+)> <([0-9A-F]+)>\n")
RANGES = re.compile(rb"<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>\n")


@dataclass(frozen=True)
class _Alphabet:
    digits: int
    letters: dict[int, str]

    def read(self, written: bytes) -> str:
        codes = (int(written[at : at + self.digits], 16) for at in range(0, len(written), self.digits))
        return "".join(self.letters.get(code, "�") for code in codes)


class Paper:
    """The sheets of a PDF. `raw` is every byte of it, with whatever is packed unpacked."""

    def __init__(self, pdf: bytes) -> None:
        self._objects = {int(number): content for number, content in OBJECT.findall(pdf)}
        self.raw = pdf + b"".join(self._unpacked(number) for number in self._objects)
        self._alphabets: dict[int, _Alphabet] = {}
        pages = [content for content in self._objects.values() if b"/Type /Page\n" in content]
        self.sheets = [self._read(self._unpacked(self._reference(page, b"Contents"))) for page in pages]

    @property
    def text(self) -> str:
        """What stands on all sheets, without any space: lines break where the paper ends."""
        return "".join(self.sheets)

    def _reference(self, content: bytes, name: bytes) -> int:
        found = re.search(rb"/%s (\d+) 0 R" % name, content)
        assert found, f"no {name!r} in the PDF"
        return int(found[1])

    def _unpacked(self, number: int) -> bytes:
        head, stream, packed = self._objects[number].partition(b"stream\n")
        if not stream or b"/FlateDecode" not in head:
            return b""
        return zlib.decompressobj().decompress(packed)

    def _alphabet(self, font: int) -> _Alphabet:
        if font not in self._alphabets:
            table = self._unpacked(self._reference(self._objects[font], b"ToUnicode"))
            space = re.search(rb"begincodespacerange\n<([0-9A-F]+)>", table)
            assert space, "a font without letters"
            letters = {}
            for block in re.findall(rb"beginbfchar\n(.*?)endbfchar", table, re.DOTALL):
                for code, letter in SINGLES.findall(block):
                    letters[int(code, 16)] = bytes.fromhex(letter.decode()).decode("utf-16-be")
            for block in re.findall(rb"beginbfrange\n(.*?)endbfrange", table, re.DOTALL):
                for first, last, letter in RANGES.findall(block):
                    for code in range(int(first, 16), int(last, 16) + 1):
                        letters[code] = chr(int(letter, 16) + code - int(first, 16))
            self._alphabets[font] = _Alphabet(len(space[1]), letters)
        return self._alphabets[font]

    def _read(self, drawn: bytes) -> str:
        font, words = 0, []
        for chosen, written in MARKS.findall(drawn):
            if chosen:
                font = int(chosen)
            else:
                words.append(self._alphabet(font).read(written))
        return re.sub(r"\s", "", "".join(words))
