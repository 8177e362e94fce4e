"""One changed character anywhere in what is published: refused, never a part of a portfolio."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.built import Built, Link
from browser.reader import Read, Reader

Change = Callable[[bytes], bytes]


@pytest.fixture
def family(school: Built) -> Link:
    return school.link("maya-okafor", "Ngozi Okafor")


def flipped(place: int) -> Change:
    return lambda sealed: sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]


def places(sealed: bytes) -> list[int]:
    """The first and last letter of each line of the head, and the body from its first byte to its last."""
    body = sealed.index(b"\n", sealed.index(b"\n---") + 1) + 1
    ends = [place for place in range(body) if sealed[place] == 0x0A]
    starts = [0, *(end + 1 for end in ends[:-1])]
    return sorted({*starts, *(end - 1 for end in ends), body, body + 16, (body + len(sealed)) // 2, len(sealed) - 1})


def serve_instead(reader: Reader, path: Path, change: Change) -> None:
    """Lets the host answer with `change` made to the file at `path`."""
    body = change(path.read_bytes())
    reader.page.route(
        f"**/{path.parent.name}/{path.name}",
        lambda route: route.fulfill(body=body, content_type="application/octet-stream"),
    )


def serve_again(reader: Reader, path: Path) -> None:
    reader.page.unroute(f"**/{path.parent.name}/{path.name}")


def test_changed_byte_of_a_grant_opens_nothing(school: Built, family: Link, read: Read) -> None:
    grant = school.site / family.path / "grant.age"
    tried = places(grant.read_bytes())
    assert len(tried) > 8
    reader = read()
    for place in tried:
        serve_instead(reader, grant, flipped(place))
        reader.visit(family)
        reader.sees_locked("unopened")
        reader.sees_nothing_of("Okafor")
        serve_again(reader, grant)


@pytest.mark.parametrize("fault", ["empty", "cut short", "too long", "another's"])
def test_grant_that_is_not_whole_opens_nothing(school: Built, family: Link, read: Read, fault: str) -> None:
    grant = school.site / family.path / "grant.age"
    other = school.site / school.link("jo-oneill", "Family").path / "grant.age"
    changes: dict[str, Change] = {
        "empty": lambda _: b"",
        "cut short": lambda sealed: sealed[:-1],
        "too long": lambda sealed: sealed + b"\0",
        "another's": lambda _: other.read_bytes(),
    }
    reader = read()
    serve_instead(reader, grant, changes[fault])
    reader.visit(family)
    reader.sees_locked("unopened")
    reader.sees_nothing_of("Okafor")


def test_changed_byte_of_the_pages_opens_nothing(school: Built, family: Link, read: Read) -> None:
    manifest = school.site / "b" / f"{school.manifest_blob(family)}.age"
    # What stands before the body was tried in the grant; here it is the body that is long.
    tried = places(manifest.read_bytes())[-4:]
    reader = read()
    for place in tried:
        serve_instead(reader, manifest, flipped(place))
        reader.visit(family)
        reader.sees_locked("damaged")
        reader.sees_nothing_of("Okafor")
        serve_again(reader, manifest)
    reader.page.get_by_role("button").click()
    reader.sees_portfolio()


@pytest.mark.parametrize("fault", ["empty", "cut short", "too long", "another picture", "missing"])
def test_pages_that_are_not_whole_open_nothing(school: Built, family: Link, read: Read, fault: str) -> None:
    manifest = school.site / "b" / f"{school.manifest_blob(family)}.age"
    picture = school.site / "b" / f"{school.media_blob(family, 'sketch.0')}.age"
    changes: dict[str, Change] = {
        "empty": lambda _: b"",
        "cut short": lambda sealed: sealed[: len(sealed) // 2],
        "too long": lambda sealed: sealed + b"\0",
        "another picture": lambda _: picture.read_bytes(),
    }
    reader = read()
    if fault == "missing":
        reader.page.route(f"**/{manifest.name}", lambda route: route.fulfill(status=404))
    else:
        serve_instead(reader, manifest, changes[fault])
    reader.visit(family)
    reader.sees_locked("damaged")
    reader.sees_nothing_of("Okafor")
    if fault == "missing":
        reader.forgive("404")


@pytest.mark.parametrize("fault", ["changed", "cut short", "another picture"])
def test_picture_that_is_not_as_it_was_is_words_until_it_is_mended(
    school: Built, family: Link, read: Read, fault: str
) -> None:
    picture = school.site / "b" / f"{school.media_blob(family, 'harbor.0')}.age"
    other = school.site / "b" / f"{school.media_blob(family, 'sketch.0')}.age"
    changes: dict[str, Change] = {
        "changed": flipped(picture.stat().st_size // 2),
        "cut short": lambda sealed: sealed[:-4000],
        "another picture": lambda _: other.read_bytes(),
    }
    reader = read(viewport={"width": 390, "height": 740})
    serve_instead(reader, picture, changes[fault])
    reader.open(family, "evidence")
    piece = reader.page.locator("#harbor")
    expect(piece.get_by_role("note")).to_contain_text("Grey water, a pier and a low orange sun")
    expect(piece.locator("img")).to_have_count(0)
    reader.page.locator("#sketch").scroll_into_view_if_needed()
    expect(reader.page.locator("#sketch img")).to_have_attribute("data-state", "ready")
    serve_again(reader, picture)
    piece.get_by_role("note").get_by_role("button").click()
    expect(piece.locator("img")).to_have_attribute("data-state", "ready")


def test_file_that_is_not_as_it_was_is_not_handed_out(school: Built, family: Link, read: Read) -> None:
    report = school.site / "b" / f"{school.media_blob(family, 'report')}.age"
    reader = read(fresh=True)
    saved: list[object] = []
    reader.page.on("download", lambda download: saved.append(download))
    serve_instead(reader, report, flipped(-1 + report.stat().st_size))
    reader.open(family, "evidence")
    link = reader.page.locator("#report a[data-download]")
    link.click()
    expect(link).to_have_attribute("data-state", "failed")
    expect(reader.page.locator("#report").get_by_role("status")).not_to_be_empty()
    assert saved == []
    serve_again(reader, report)
    with reader.page.expect_download():
        link.click()
