"""The readings of a file: its content as text, with the wrappings taken off in which a text may be published."""

from __future__ import annotations

import codecs
import gzip
import html
import io
import json
import re
import unicodedata
import zipfile
import zlib
from binascii import a2b_base64
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property
from urllib.parse import unquote

SPACE = re.compile(r"\s+")
WORD = re.compile(r"[^\W_]+")
LETTERS = re.compile(r"[^\W\d_]+")
BARE = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 0x20 for code in range(128)).ljust(256)
"""Each ASCII character in lower case, and a space for what is neither letter nor figure."""
BASE64 = re.compile(r"[A-Za-z0-9+/_-]{12,}")
HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{18,}")
ADDRESS_LETTERS = str.maketrans("-_", "+/")
# Zeros after each run of base64, so that all of it is read and nothing of the next one with it.
ZEROS = ("AAAA", "AAA", "AAAAAA", "AAAAA")
TAG = re.compile(r"<[^<>]*>")
ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|[nrt])")
# Soft hyphens, joiners, marks of direction: they are not seen, and would hide a name from the search.
UNSEEN = dict.fromkeys((0xAD, 0x640, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))
ACCENTED = (
    *range(0xC0, 0x250),
    *range(0x386, 0x3CF),
    *range(0x400, 0x460),
    *range(0x622, 0x627),
    *range(0x1E00, 0x2000),
)
MARKS = (*range(0x300, 0x370), *range(0x591, 0x5C8), *range(0x64B, 0x660), 0x670)
PLAIN_LETTERS = dict(zip("łŁøØđĐıİðÐþÞ", "lLoOdDiIdDtT", strict=True)) | {
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "ß": "ss",
}
LARGEST = 64 << 20
# Two bytes a letter, as cameras' and Windows' own notes in a picture are written.
WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\0){6,}|(?:\0[\x20-\x7e\xa0-\xff]){6,}")
MOST_PAGES = 1000
PNG_TEXT = re.compile(rb"[zi]TXt")
PACKED = re.compile(rb"[\x58\x68\x78][\x01\x5e\x9c\xda]")
LONGEST_KEYWORD = 200
LONGEST_TEXT = 1 << 20
DEEPEST = 3
BROKEN_ARCHIVE = (OSError, EOFError, ValueError, RuntimeError, zipfile.BadZipFile, zlib.error)


@dataclass(frozen=True)
class Reading:
    """A file's content, or its path, as text. In one that `is_binary`, short strings turn up by chance and tell
    nothing.
    """

    text: str
    is_binary: bool
    is_path: bool = False

    @cached_property
    def words(self) -> str:
        """The same as words alone: see `words_of`."""
        return _words_in(self.text)

    @cached_property
    def bare(self) -> str:
        """The same without accents."""
        return unaccented(self.text)

    @cached_property
    def decoded(self) -> str:
        """Whatever may be base64 or hexadecimal in the text, decoded from every place at which it may begin.

        Each byte is a letter (Latin-1).
        """
        runs = BASE64.findall(self.text.translate(ADDRESS_LETTERS))
        parts = [a2b_base64("".join([run[at:] + ZEROS[(len(run) - at) % 4] for run in runs])) for at in range(4)]
        for run in HEXADECIMAL.findall(self.text):
            parts += [bytes.fromhex(run[at : at + (len(run) - at) // 2 * 2]) for at in range(2)]
        return b"\0".join(parts).decode("latin-1")


def readings_of(content: bytes, depth: int = 0) -> Iterator[Reading]:
    """A file's content as text, as it stands and out of its wrappings: gzip, zip, percent, HTML, JSON."""
    if depth < DEEPEST:
        for inner in _unpacked(content):
            yield from readings_of(inner, depth + 1)
    texts, is_binary = _decoded(content)
    forms = texts if is_binary else {form for text in texts for form in _unwrapped(text)}
    yield from (Reading(form, is_binary) for form in sorted({plain(form) for form in forms}))


def plain(text: str) -> str:
    """A text in one spelling: Unicode NFKC, white space as single spaces. Upper and lower case stay."""
    return SPACE.sub(" ", unicodedata.normalize("NFKC", text.translate(UNSEEN)))


def words_of(text: str) -> str:
    """A text as words alone, in lower case and without accents, with a space before, between and after them.

    Punctuation, hyphens, quotation marks and the glue of slugs are all the same in it.
    """
    return _words_in(text if text.isascii() else plain(text))


def accented_words_of(text: str) -> str:
    """The same with its accents: what is said to be public is public as it is written."""
    return words_of(text) if text.isascii() else f" {' '.join(WORD.findall(plain(text).casefold()))} "


def unaccented(text: str) -> str:
    """`text` without accents, vowel marks and the like; letters that are written with two others have both."""
    return text if text.isascii() else text.translate(_plain_letters())


def _words_in(text: str) -> str:
    # The same either way; of plain letters, it is several times as quick to blank out what is none.
    words = (
        text.encode().translate(BARE).decode().split() if text.isascii() else WORD.findall(unaccented(text).casefold())
    )
    return f" {' '.join(words)} "


@cache
def _plain_letters() -> dict[int, str | None]:
    letters: dict[int, str | None] = {ord(letter): plainly for letter, plainly in PLAIN_LETTERS.items()}
    for code in ACCENTED:
        apart = unicodedata.normalize("NFD", chr(code))
        if len(apart) > 1:
            letters.setdefault(code, PLAIN_LETTERS.get(apart[0], apart[0]))
    return letters | dict.fromkeys(MARKS)


def _decoded(content: bytes) -> tuple[set[str], bool]:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return {content.decode("utf-16", "replace")}, False
    has_nul = b"\0" in content
    wide = {"\n".join(run.replace(b"\0", b"").decode("latin-1") for run in WIDE.findall(content))} if has_nul else set()
    with suppress(UnicodeDecodeError):
        return {content.decode(), *wide}, False
    # A page in an older encoding is still a page; what holds NUL bytes is not.
    older = wide if has_nul else {content.decode("cp1252", "replace")}
    return {content.decode("utf-8", "replace"), *older}, has_nul


def _unwrapped(text: str) -> Iterator[str]:
    yield text
    form = _unescaped(text)
    for bare in (form, TAG.sub("", form), TAG.sub(" ", form)) if "</" in form else (form,):
        yield unquote(html.unescape(bare))


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    found = ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)) if match[1] or match[2] else " ", text)
    # JSON writes what lies past U+FFFF as two halves; a half alone is no text.
    return found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _unpacked(content: bytes) -> Iterator[bytes]:
    if content[:2] == b"\x1f\x8b":
        try:
            with gzip.open(io.BytesIO(content)) as file:
                yield file.read(LARGEST)
        except BROKEN_ARCHIVE:
            return
    if content[:4] == b"PK\x03\x04":
        try:
            archive = zipfile.ZipFile(io.BytesIO(content))
        except BROKEN_ARCHIVE:
            return
        with archive:
            yield json.dumps(archive.namelist(), ensure_ascii=False).encode(errors="surrogatepass")
            for name in archive.namelist():
                # One part with a password of its own hides no other.
                try:
                    with archive.open(name) as file:
                        part = file.read(LARGEST)
                except BROKEN_ARCHIVE:
                    continue
                yield part
    if content[:5] == b"%PDF-":
        yield _say_pdf(content).encode(errors="replace")
    if content[:4] == b"\x89PNG":
        yield from _say_png(content)


def _say_pdf(content: bytes) -> str:
    """What the pages of a PDF say, and what it says of itself; empty where it cannot be opened."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(content) as document:
            texts = [text for text in document.get_metadata_dict().values() if text]
            for number in range(min(len(document), MOST_PAGES)):
                page = document[number]
                texts.append(page.get_textpage().get_text_range())
                page.close()
    except pypdfium2.PdfiumError:
        return ""
    return "\n".join(texts)


def _say_png(content: bytes) -> Iterator[bytes]:
    """The packed texts of a picture in PNG; the others stand in it as they are."""
    for chunk in PNG_TEXT.finditer(content):
        for found in PACKED.finditer(content, chunk.end(), chunk.end() + LONGEST_KEYWORD):
            with suppress(zlib.error):
                packed = content[found.start() : found.start() + LONGEST_TEXT]
                yield zlib.decompressobj().decompress(packed, LONGEST_TEXT)
                break
