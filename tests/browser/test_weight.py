"""What a family's telephone has to carry before the first picture."""

from __future__ import annotations

import gzip

import pytest

from browser.built import Built
from browser.reader import Read

PACKED = {".html", ".css", ".js"}
"""What every host packs for the way; age, fonts and pictures are packed already."""


def weights(school: Built, paths: list[str]) -> dict[str, int]:
    """How many bytes each file of the small school weighs on the way."""
    found = {}
    for path in dict.fromkeys(paths):
        file = school.web / path.lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        content = file.read_bytes()
        found[file.name] = len(gzip.compress(content)) if file.suffix in PACKED else len(content)
    return found


@pytest.mark.parametrize("recipient", ["Ngozi Okafor", "Abuela Inés"])
def test_whole_portfolio_without_its_media_weighs_little(school: Built, read: Read, recipient: str) -> None:
    link = school.link("maya-okafor", recipient)
    tree = school.tree(link)
    media = {str(entry["blob"]) for entry in tree.manifest["media"].values()}
    reader = read(fresh=True)
    before = len(reader.host.asked)
    reader.open(link)
    for slug in reader.slugs():
        reader.turn_to(slug)
        reader.sees_pictures()
    paths = [asked.path for asked in reader.host.asked[before:]]
    carried = weights(school, [path for path in paths if path.rpartition("/")[2].removesuffix(".age") not in media])
    assert f"{tree.blobs[0]}.age" in carried
    assert sum(carried.values()) <= 150_000, carried
    scripts = {name: weight for name, weight in carried.items() if name.endswith(".js")}
    assert len(scripts) == 3
    assert sum(scripts.values()) <= 60_000, scripts


def test_fonts_of_other_scripts_are_not_fetched(school: Built, read: Read) -> None:
    reader = read(fresh=True)
    before = len(reader.host.asked)
    reader.open(school.link("maya-okafor", "Ngozi Okafor"))
    for slug in reader.slugs():
        reader.turn_to(slug)
    fonts = [asked.path for asked in reader.host.asked[before:] if "/fonts/" in asked.path]
    assert fonts
    assert [font for font in fonts if "arabic" in font or "cyrillic" in font] == []
