"""Names, ids and titles of added files."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waypost.adding.naming import camera_kind, day_in, free_id, free_name, title_from
from waypost.adding.plan import Entry, PlanText
from waypost.load.contents import has_control
from waypost.load.documents import read_document
from waypost.load.identifiers import is_identifier
from waypost.load.names import folded, is_hidden, name_trouble

NAMES = st.text(st.characters(blacklist_characters="/\0"), min_size=1, max_size=120)
ATTACKS = ["..", "...", ".htaccess", "con.", "nul.tar.gz", "a\u202egpj.exe", "x" * 255, "-rf", "~", "a:b", "\u0301.jpg"]


@given(NAMES)
def test_every_name_becomes_one_that_works_everywhere(name: str) -> None:
    safe = free_name(name, set())
    assert name_trouble(safe) is None
    assert not is_hidden(safe)
    assert not set(safe) & set('/\\:*?"<>| \t\n\r')
    assert safe == unicodedata.normalize("NFC", safe)
    assert not safe.startswith("-")
    assert not safe.endswith(".")
    assert 0 < len(safe.encode()) < 220
    assert free_name(safe, set()) == safe


@pytest.mark.parametrize("name", ATTACKS)
def test_a_name_that_is_an_attack_is_a_name(name: str) -> None:
    test_every_name_becomes_one_that_works_everywhere.hypothesis.inner_test(name)  # type: ignore[attr-defined]


@given(st.lists(NAMES, max_size=8), NAMES)
def test_no_machine_takes_two_names_or_ids_for_one(names: list[str], name: str) -> None:
    taken: set[str] = set()
    ids: set[str] = set()
    for one in (*names, name, name.upper(), name):
        free = free_name(one, taken)
        assert folded(free) not in taken
        taken.add(folded(free))
        id_ = free_id(free, ids)
        assert is_identifier(id_)
        assert id_ not in ids
        ids.add(id_)


@given(NAMES)
def test_a_title_is_one_line_that_a_plan_can_hold(name: str) -> None:
    title = title_from(name)
    assert len(title) <= 120
    assert title == title.strip()
    assert not has_control(title)
    text = PlanText(b"plan:\n  name: Ada\n", "plp.yml").with_entries([Entry({"title": title or "A piece"}, {})])
    document, problems = read_document(text, "plp.yml")
    assert problems == []
    assert document is not None
    assert document.data["evidence"][0]["title"] == (title or "A piece")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Field Notes (final).csv", "Field Notes (final)"),
        ("bridge_test-two.jpg", "Bridge test two"),
        ("2026-03-12-essay.docx", "2026-03-12 essay"),
        ("हिन्दी कविता.pdf", "हिन्दी कविता"),
        ("قصيدتي.txt", "قصيدتي"),
        ("safe\u202egpj.exe", "Safegpj"),
        ("__.txt", ""),
    ],
)
def test_a_title_reads_as_the_name_does(name: str, title: str) -> None:
    assert title_from(name) == title


@pytest.mark.parametrize(
    ("name", "kind", "day"),
    [
        ("IMG_1234.HEIC", "photo", None),
        ("IMG_E1234.jpg", "photo", None),
        ("DSC_0042.JPG", "photo", None),
        ("P1040506.JPG", "photo", None),
        ("20260312_101500.jpg", "photo", date(2026, 3, 12)),
        ("IMG_20260312_101500_HDR.jpg", "photo", date(2026, 3, 12)),
        ("IMG-20260312-WA0001.jpeg", "photo", date(2026, 3, 12)),
        ("PXL_20260312_101500123.MP.jpg", "photo", date(2026, 3, 12)),
        ("WhatsApp Image 2026-03-12 at 10.15.00 (1).jpeg", "photo", date(2026, 3, 12)),
        ("5F0A3C1E-1B2C-4D5E-8F90-123456789ABC.jpg", "photo", None),
        ("VID-20260312-WA0001.mp4", "film", date(2026, 3, 12)),
        ("PXL_20260312_101500123~2.mp4", "film", date(2026, 3, 12)),
        ("GX010042.MP4", "film", None),
        ("PTT-20260312-WA0003.opus", "sound", date(2026, 3, 12)),
        ("New Recording 5.m4a", "sound", None),
        ("Screenshot_20260312-101500.png", "screenshot", date(2026, 3, 12)),
        ("Screen Shot 2026-03-12 at 10.15.00 AM.png", "screenshot", date(2026, 3, 12)),
        ("Scan_20260312.pdf", "scan", date(2026, 3, 12)),
        ("20260312101500.jpg", "photo", date(2026, 3, 12)),
        ("bridge 2026-03-12.jpg", None, date(2026, 3, 12)),
        ("Photosynthesis.png", None, None),
        ("IMG_1234 our bridge.jpg", None, None),
        ("a plan.docx", None, None),
        ("20260231_101500.jpg", "photo", None),
        ("1234567890123456.pdf", None, None),
    ],
)
def test_a_cameras_name_is_known_and_its_day_read(name: str, kind: str | None, day: date | None) -> None:
    assert (camera_kind(name), day_in(name)) == (kind, day)
