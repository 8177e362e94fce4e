"""Web addresses, as a browser would read them."""

from __future__ import annotations

import pytest

from waypost.model.address import WebAddress, read_address

READ = {
    "https://example.org/our-play": ("example.org", None, "/our-play"),
    "https://Example.ORG:8080/?a=b#c": ("example.org:8080", None, "/?a=b#c"),
    "http://example.org": ("example.org", None, ""),
    "http://example.org/": ("example.org", None, ""),
    "https://example.org?page=2": ("example.org", None, "?page=2"),
    "https://[2001:db8::1]/a": ("[2001:db8::1]", None, "/a"),
    "https://пример.example/игра": ("xn--e1afmkfd.example", "пример.example", "/игра"),
    # Browsers keep this letter, and older tables do not.
    "https://straße.example/": ("xn--strae-oqa.example", "straße.example", ""),
    # The first letter is Cyrillic.
    "https://рaypal.example/": ("xn--aypal-uye.example", "рaypal.example", ""),
    "https://ｅxample。org/": ("example.org", "ｅxample。org", ""),
    "https://xn--aypal-uye.example/": ("xn--aypal-uye.example", None, ""),
}


@pytest.mark.parametrize("address", READ)
def test_host_is_told_in_letters_that_cannot_be_taken_for_others(address: str) -> None:
    host, written, rest = READ[address]
    found = read_address(address)
    assert (found.host, found.written, found.rest) == (host, written, rest)
    assert found.href == f"{address.partition(':')[0]}://{host}{rest or ('/' if address.endswith('/') else '')}"


@pytest.mark.parametrize("address", ["https://a@b.example/", "ftp://a.example", "https://", "a.example", ""])
def test_what_a_browser_would_read_otherwise_is_none(address: str) -> None:
    with pytest.raises(ValueError, match="not"):
        read_address(address)


def test_address_is_made_of_its_parts() -> None:
    assert read_address("https://a.example/b") == WebAddress("https://a.example/b", "a.example", None, "/b")
