"""Links: what they are written as, that no character of one can change unnoticed, and what they follow from."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trees import SealedSite
from waypost.errors import SealedError
from waypost.model import Audience, Recipient
from waypost.seal.derivation import MasterKey
from waypost.seal.link import Link, encode, link_for, parse_link
from waypost.seal.opening import open_link

URL = "https://plans.school.example/a/path/"
ALPHABET = string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_"
ODD = "+/=%.~ #?&é\u200b\0"


def family(name: str = "Family", **changes: object) -> Recipient:
    return Recipient.model_validate({"name": name, "audience": "family", **changes})


def opens(sealed: SealedSite, url: str) -> bool:
    try:
        return bool(open_link(sealed.folder, parse_link(url)).manifest["name"] == "Amara Osei")
    except SealedError:
        return False


@given(st.binary(min_size=16, max_size=16), st.binary(min_size=32, max_size=32))
def test_link_reads_back_as_it_was_written(id_: bytes, secret: bytes) -> None:
    link = Link(id_, secret)
    assert parse_link(link.url(URL)) == link
    assert len(link.url(URL)) == len(URL) + len("p//#") + 32 + 43


@pytest.mark.parametrize("route", ["", "/", "/goals", "/goals/goal-robotics", "/goals/%C3%A9#more"])
@pytest.mark.parametrize("page", ["", "index.html", "?utm_source=mail", "index.html?fbclid=a-b_c"])
def test_link_reads_from_wherever_somebody_copied_it(sealed_once: SealedSite, page: str, route: str) -> None:
    folder, secret = sealed_once.link.url(URL).split("#")
    assert parse_link(f"  {folder}{page}#{secret}{route}\n") == sealed_once.link


def test_every_other_character_at_every_place_of_the_secret_opens_nothing(sealed_once: SealedSite) -> None:
    url = sealed_once.link.url(URL)
    start = url.index("#") + 1
    assert opens(sealed_once, url)
    opened = [
        (place, letter)
        for place in range(start, len(url))
        for letter in ALPHABET + ODD
        if letter != url[place] and opens(sealed_once, url[:place] + letter + url[place + 1 :])
    ]
    assert opened == []


def test_last_character_has_no_other_spelling() -> None:
    # It carries four bits of the secret and two spare ones: a lenient decoder takes four letters for the same bytes.
    for last in (0, 1, 15, 255):
        url = Link(bytes(16), bytes([*range(31), last])).url(URL)
        read = set()
        for letter in ALPHABET:
            try:
                read.add(parse_link(url[:-1] + letter).secret)
            except SealedError:
                continue
        assert len(read) == 16


def test_all_63_other_last_characters_are_refused_or_another_secret(sealed_once: SealedSite) -> None:
    url = sealed_once.link.url(URL)
    spare_bits = [letter for letter in ALPHABET if ALPHABET.index(letter) % 4]
    for letter in spare_bits:
        with pytest.raises(SealedError, match="incomplete or was changed"):
            parse_link(url[:-1] + letter)
    for letter in set(ALPHABET) - set(spare_bits) - {url[-1]}:
        assert parse_link(url[:-1] + letter).secret != sealed_once.link.secret
        assert not opens(sealed_once, url[:-1] + letter)


def test_shorter_and_longer_secrets_are_refused(sealed_once: SealedSite) -> None:
    url = sealed_once.link.url(URL)
    start = url.index("#") + 1
    for changed in [url[:end] for end in range(start, len(url))] + [url + letter for letter in ALPHABET]:
        with pytest.raises(SealedError):
            parse_link(changed)


def test_changed_id_opens_nothing(sealed_once: SealedSite) -> None:
    url = sealed_once.link.url(URL)
    start = url.index("/p/") + 3
    for place in range(start, start + 32):
        for letter in "0123456789abcdefABCDEF-":
            changed = url[:place] + letter + url[place + 1 :]
            assert changed == url or not opens(sealed_once, changed)


@pytest.mark.parametrize("text", ["", "#", "https://plans.school.example/", "p/#x", URL + "p/" + "0" * 32 + "/"])
def test_what_is_no_link_is_told_what_a_link_looks_like(text: str) -> None:
    with pytest.raises(SealedError, match="A link looks like"):
        parse_link(text)


def test_link_shows_its_secret_in_no_log() -> None:
    link = Link(bytes(16), bytes(range(32)))
    assert encode(link.secret) not in repr(link)
    assert repr(link.secret) not in repr(link)
    assert repr(MasterKey(link.secret)) == "MasterKey()"


def test_same_key_gives_the_same_links_on_every_machine() -> None:
    one, other = MasterKey(bytes(range(32))), MasterKey(bytes(range(32)))
    assert link_for(one, "amara-osei", family()) == link_for(other, "amara-osei", family())


def test_name_typed_on_another_keyboard_gives_the_same_link() -> None:
    master = MasterKey(bytes(range(32)))
    assert link_for(master, "rené", family("Zoë")) == link_for(master, "rene\u0301", family("Zoe\u0308"))


def test_audience_language_and_date_leave_a_link_as_it_is() -> None:
    # What somebody sees may change; what they were sent may not.
    master = MasterKey(bytes(range(32)))
    changed = family(audience=Audience.PANEL, language="es", until="2027-01-01")
    assert link_for(master, "amara-osei", changed) == link_for(master, "amara-osei", family())


def test_key_student_recipient_and_number_each_give_another_link() -> None:
    master = MasterKey(bytes(range(32)))
    links = [
        link_for(master, "amara-osei", family()),
        link_for(MasterKey(bytes(range(1, 33))), "amara-osei", family()),
        link_for(master, "amara-ose", family("iFamily")),
        link_for(master, "amara-ose", family()),
        link_for(master, "amara-osei", family("family")),
        link_for(master, "amara-osei", family(link=2)),
        link_for(master, "amara-osei", family("Family2", link=1)),
    ]
    assert len({link.id for link in links}) == len(links)
    assert len({link.secret for link in links}) == len(links)
    assert len({link.grant_identity() for link in links}) == len(links)
