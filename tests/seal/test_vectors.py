"""Known answers: keys, links and names that follow from one master key, worked out a second time from the standards.

Links that were handed out depend on every one of them: an answer that changes makes every link of every school new.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from waypost.model import Recipient
from waypost.seal.age import recipient_of
from waypost.seal.derivation import MasterKey
from waypost.seal.link import encode, link_for, parse_link, passphrase_for
from waypost.seal.tree import epoch_of

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "derivation.json").read_text(encoding="utf-8"))
CASES: list[dict[str, Any]] = VECTORS["cases"]
MASTER = bytes.fromhex(VECTORS["master"])
ANSWERS = ("link id", "link secret", "passphrase", "grant identity", "audience identity", "blob name")


def hkdf(key: bytes, info: bytes, salt: bytes = b"", length: int = 32) -> bytes:
    """HKDF-SHA256. Source: RFC 5869, section 2."""
    pseudorandom = hmac.new(salt or bytes(32), key, hashlib.sha256).digest()
    output, block = b"", b""
    for number in range(1, -(-length // 32) + 1):
        block = hmac.new(pseudorandom, block + info + bytes([number]), hashlib.sha256).digest()
        output += block
    return output[:length]


def bech32(prefix: str, data: bytes) -> str:
    """Bech32. Source: BIP 173, in which age writes its keys."""
    letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    bits = "".join(f"{byte:08b}" for byte in data)
    values = [int(bits[place : place + 5].ljust(5, "0"), 2) for place in range(0, len(bits), 5)]
    spread = [ord(letter) >> 5 for letter in prefix] + [0] + [ord(letter) & 31 for letter in prefix]
    check = 1
    for value in [*spread, *values, 0, 0, 0, 0, 0, 0]:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if (top >> place) & 1 else 0
    checksum = [((check ^ 1) >> 5 * (5 - place)) & 31 for place in range(6)]
    return prefix + "1" + "".join(letters[value] for value in values + checksum)


def identity(key: bytes) -> str:
    return bech32("age-secret-key-", key).upper()


def info(label: str, *parts: str) -> bytes:
    return b"\0".join([label.encode(), *(unicodedata.normalize("NFC", part).encode() for part in parts)])


def spelled(data: bytes) -> str:
    words = []
    for place in (0, 2, 4):
        number, word = int.from_bytes(data[place : place + 2], "big"), ""
        for alphabet in ("bdfghjklmnprstvz", "aiou", "bdfghjklmnprstvz", "aiou", "bdfghjklmnprstvz"):
            number, rest = divmod(number, len(alphabet))
            word += alphabet[rest]
        words.append(word)
    return "-".join(words)


def test_this_file_works_hkdf_out_as_the_standard_does() -> None:
    # RFC 5869, appendix A.1 and A.3.
    key, salt, context = b"\x0b" * 22, bytes(range(13)), bytes(range(0xF0, 0xFA))
    assert hkdf(key, context, salt, 42).hex() == (
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"
    )
    assert hkdf(key, b"", b"", 42).hex() == (
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
    )


def test_this_file_works_bech32_out_as_the_standard_does() -> None:
    # A recipient and its identity that Debian's age-keygen reads as a pair.
    secret = VECTORS["age"]["identity"]
    assert identity(bytes.fromhex(VECTORS["age"]["key"])) == secret
    assert recipient_of(secret) == VECTORS["age"]["recipient"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["recipient"]["name"])
def test_answers_follow_from_the_standards(case: dict[str, Any]) -> None:
    name, number, student = case["recipient"]["name"], str(case["recipient"]["link"]), case["student"]
    id_ = hkdf(MASTER, info("waypost/1 link id", student, name, number), length=16)
    secret = bytearray(hkdf(MASTER, info("waypost/1 link secret", student, name, number)))
    if case["passphrase"] is None:
        secret[0] &= 0x7F
        grant = hkdf(bytes(secret), b"waypost/1 grant")
    else:
        secret[0] |= 0x80
        phrase = spelled(hkdf(MASTER, info("waypost/1 passphrase", student, name, number), length=8))
        assert phrase == case["passphrase"]
        stretched = hashlib.pbkdf2_hmac("sha256", phrase.encode(), id_, 600_000)
        grant = hkdf(bytes(secret), b"waypost/1 grant with passphrase", stretched)
    root = hkdf(MASTER, info("waypost/1 audience", student, case["recipient"]["audience"], case["epoch"]))
    digest = hashlib.sha256(case["content"].encode()).hexdigest()
    assert case["link id"] == id_.hex()
    assert case["link secret"] == secret.hex()
    assert case["grant identity"] == identity(grant)
    assert case["audience identity"] == identity(hkdf(root, b"waypost/1 audience identity"))
    assert case["blob name"] == hkdf(root, info("waypost/1 blob name", digest), length=16).hex()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["recipient"]["name"])
def test_answers_are_what_waypost_derives(case: dict[str, Any]) -> None:
    master, recipient = MasterKey(MASTER), Recipient.model_validate(case["recipient"])
    link = link_for(master, case["student"], recipient)
    key = master.audience_key(case["student"], case["recipient"]["audience"], case["epoch"])
    assert {
        "link id": link.id.hex(),
        "link secret": link.secret.hex(),
        "passphrase": passphrase_for(master, case["student"], recipient),
        "grant identity": link.grant_identity(case["passphrase"]),
        "audience identity": key.identity,
        "blob name": key.blob_name(hashlib.sha256(case["content"].encode()).hexdigest()),
        "url": link.url("https://plans.school.example/"),
    } == {name: case[name] for name in (*ANSWERS, "url")}
    assert parse_link(case["url"]) == link
    assert case["url"].endswith(f"#{encode(link.secret)}")


def test_school_keeps_its_own_names() -> None:
    master = MasterKey(MASTER)
    names = {
        "school identity": master.school_identity(),
        "ledger": master.opaque("ledger"),
        "parcel": master.opaque("parcel", "amara-osei"),
    }
    assert names == VECTORS["school"]
    assert names["school identity"] == identity(hkdf(MASTER, b"waypost/1 school identity"))
    assert names["ledger"] == hkdf(MASTER, info("waypost/1 name", "ledger"), length=16).hex()
    assert names["parcel"] == hkdf(MASTER, info("waypost/1 name", "parcel", "amara-osei"), length=16).hex()


def test_school_keeps_its_post() -> None:
    master = MasterKey(MASTER)
    proofs = [parse_link(case["url"]).reply_proof for case in CASES]
    assert VECTORS["post"] == {
        "post identity": master.post_identity(),
        "post recipient": recipient_of(master.post_identity()),
        "reply proofs": proofs,
    }
    assert master.post_identity() == identity(hkdf(MASTER, b"waypost/1 post identity"))
    secrets = [bytes.fromhex(case["link secret"]) for case in CASES]
    assert proofs == [hkdf(secret, b"waypost/1 reply proof", length=16).hex() for secret in secrets]


def test_epoch_follows_from_everyone_who_may_open() -> None:
    recipients = [Recipient.model_validate(row) for row in VECTORS["epoch"]["recipients"]]
    rows = [f"{row['name']}\0{row['link']}\0{row['passphrase']}" for row in VECTORS["epoch"]["recipients"]]
    assert (
        epoch_of(recipients)
        == VECTORS["epoch"]["epoch"]
        == hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()
    )
    assert epoch_of(reversed(recipients)) == VECTORS["epoch"]["epoch"]
