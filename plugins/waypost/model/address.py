"""Web addresses: which may stand in a plan, and which host they lead to.

What is read here is what a browser would do with the address. Source: WHATWG URL, 4.4 (URL parsing); UTS 46, 4.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

_LONGEST = 2000
_WHOLE = re.compile(r"(https?)://([^/?#\\]*)([/?#\\].*)?", re.IGNORECASE | re.DOTALL)
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*\w)?)(?:[.。．｡][^\W_](?:[\w-]*\w)?)*[.]?|\[[0-9A-Fa-f:.]+\]")
_DOTS = re.compile("[.。．｡]")
_PORT = re.compile(r"(.*?)(?::(\d{1,5}))?", re.DOTALL)
_UNSEEN = frozenset(("Cc", "Cf", "Zl", "Zp"))
"""Characters that nobody sees, by Unicode's general category; some of them turn what stands beside them around."""


class WebAddress(NamedTuple):
    """An address as it is opened, its host in letters that cannot be taken for others, and as it was written.

    `host` is in ASCII, with the port where it has one; `written` is None where that says the same. `rest` is what
    stands behind the host, empty where it leads to a site as a whole.
    """

    href: str
    host: str
    written: str | None
    rest: str


def read_address(text: str) -> WebAddress:
    """Takes an address that `check_address` lets pass apart. Raises ValueError for another."""
    whole = _WHOLE.fullmatch(text)
    if whole is None:
        raise ValueError("not a web address")
    scheme, authority, rest = whole[1].lower(), whole[2], whole[3] or ""
    split = _PORT.fullmatch(authority)
    if split is None or _HOST.fullmatch(split[1]) is None:
        raise ValueError("not the name of a host")
    port = f":{int(split[2])}" if split[2] else ""
    host = ".".join(_ascii_label(label) for label in _DOTS.split(split[1]))
    written = unicodedata.normalize("NFC", split[1]) if not split[1].isascii() else None
    return WebAddress(f"{scheme}://{host}{port}{rest}", host + port, written, "" if rest in ("", "/") else rest)


def _ascii_label(label: str) -> str:
    if label.isascii():
        return label.lower()
    plain = unicodedata.normalize("NFKC", label).lower()
    return plain if plain.isascii() else f"xn--{plain.encode('punycode').decode()}"


def check_address(value: Any) -> Any:
    """Lets a web address pass; raises with the mend for what only looks like one, and leaves the rest to the schema."""
    if not isinstance(value, str) or not re.match("https?://", value, re.IGNORECASE):
        return value
    text = value.strip()
    if any(unicodedata.category(sign) in _UNSEEN for sign in text):
        raise PydanticCustomError("address_unseen", "there is a character in this address that nobody sees")
    if re.search(r"\s", text):
        return value
    if "\\" in text:
        # A browser takes it for a slash, so the host may be another than it seems.
        raise PydanticCustomError("address_slash", "there is a \\ in this address")
    whole = _WHOLE.fullmatch(text)
    if whole and "@" in whole[2]:
        raise PydanticCustomError("address_login", "there is a name in front of the @ in this address")
    try:
        read_address(text)
    except ValueError:
        raise PydanticCustomError("address_host", "no website can have this name") from None
    return value


Address = Annotated[str, BeforeValidator(check_address), Field(pattern=r"^https?://\S+$", max_length=_LONGEST)]
"""The address of a page on the web."""
