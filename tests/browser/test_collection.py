"""A learner's whole folder: added, built, opened from its link, and written out; each file is shown or offered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

import pytest
import yaml
from playwright.sync_api import expect

from browser.built import Built, Link, build, waypost
from browser.conftest import SCHOOL, once
from browser.findings import findings
from browser.host import Host, running_host
from browser.reader import PATIENCE, Read, Reader
from media import metadata
from media.collection import UNKNOWN, write_collection
from media.specimens import SPECIMENS
from waypost.media.kinds import SOUNDS, VIDEOS
from waypost.media.previews.sorts import drawer_of
from waypost.model.media import IMAGE_SUFFIXES

LEARNER = "noor-abadi"
NOT_IN_CHROMIUM = "new-phone"
"""H.265, which phones play and this browser does not."""


@dataclass(frozen=True)
class Collection:
    """The school of one learner, its link, what the plan says, and what `waypost open` writes."""

    built: Built
    link: Link
    files: Mapping[str, str]

    def evidence(self, id_: str) -> Path:
        """The file behind a piece."""
        return self.built.root / "portfolios" / LEARNER / "evidence" / self.files[id_]


@pytest.fixture(scope="session")
def collection(common_folder: Path) -> Collection:
    root = common_folder / "collection"
    plan = root / "portfolios" / LEARNER / "plp.yml"

    def make() -> None:
        sources = write_collection(root / "brought")
        plan.parent.mkdir(parents=True)
        plan.write_text("plan:\n  name: Noor Abadi\n", encoding="utf-8")
        for name in ("mkdocs.yml", "portfolios/school.yml"):
            (root / name).write_bytes((SCHOOL / name).read_bytes())
        waypost(root, "add", str(plan.parent), *map(str, sources))
        endings = "|".join(map(re.escape, sorted(UNKNOWN)))
        marked = re.sub(rf"(    file: \S+(?:{endings})\n)", r"\1    clean: keep\n", plan.read_text(encoding="utf-8"))
        plan.write_text(marked, encoding="utf-8")
        built = build(root, "2026-03-10")
        link = built.link(LEARNER, "Family")
        waypost(root, "open", str(built.site), link.url, "--to", str(root / "opened"))

    once(root, make)
    built = Built(root)
    pieces = yaml.safe_load(plan.read_text(encoding="utf-8"))["evidence"]
    return Collection(built, built.link(LEARNER, "Family"), {piece["id"]: piece["file"] for piece in pieces})


@pytest.fixture
def desk(collection: Collection) -> Iterator[Host]:
    with running_host(collection.built.web) as host:
        yield host


# What can be seen of each piece without reading its words; pictures are asked while they are near.
SEEN = """() => Object.fromEntries([...document.querySelectorAll("main .piece")].map((piece) => {
  const film = piece.querySelector("video"), sound = piece.querySelector("audio");
  const file = piece.querySelector("a[data-download]"), look = piece.querySelector("[data-preview]");
  return [piece.id, {
    film: film && film.readyState > 1 ? film.videoWidth : 0,
    sound: sound && sound.readyState > 1 ? sound.duration : 0,
    preview: look && (look.textContent.trim().length || look.querySelectorAll("img").length),
    offered: file && file.textContent.replace(/\\s+/g, " ").trim(),
  }];
}))"""
# Each picture is brought near and looked at while it is there; how wide it is drawn, or why it is not.
# One whose source is exchanged meanwhile, such as for one that moves, is asked again.
LOOKED_AT = """async (patience) => {
  const pictures = () => [...document.querySelectorAll("main .piece img[data-state]")];
  const ready = (place) => new Promise((end) => {
    const look = () => {
      if (pictures()[place].dataset.state !== "ready") return;
      watch.disconnect();
      end(true);
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { subtree: true, childList: true, attributeFilter: ["data-state"] });
    AbortSignal.timeout(patience).addEventListener("abort", () => end(false));
    look();
  });
  const decoded = async (image) => {
    const { src } = image;
    try {
      await image.decode();
    } catch (error) {
      if (image.src === src) throw error;
      return decoded(image);
    }
    return image.naturalWidth;
  };
  const found = [];
  for (const place of pictures().keys()) {
    pictures()[place].scrollIntoView({ block: "center", behavior: "instant" });
    const came = await ready(place), image = pictures()[place];
    found.push([image.closest(".piece").id, came ? await decoded(image) : image.dataset.state]);
  }
  return found;
}"""
Seen = dict[str, dict[str, str | float | None]]


def look_at_everything(reader: Reader) -> Seen:
    page = reader.page
    drawn = page.evaluate(LOOKED_AT, PATIENCE)
    assert [each for each in drawn if not isinstance(each[1], int)] == []
    for wanted in ("[data-state=waiting] button", ".look summary"):
        page.locator(f"main {wanted}").evaluate_all("all => all.forEach((one) => one.click())")
    expect(page.locator("main .look:not([data-state=ready])")).to_have_count(0)
    players = "[...document.querySelectorAll('main :is(audio, video)')]"
    done = "one.readyState > 1 || one.closest('.plate').querySelector('[data-state=failed]')"
    reader.until(f"{players}.every((one) => {done})")
    found: Seen = page.evaluate(SEEN)
    for id_, width in drawn:
        found[id_]["picture"] = width
    return found


def shows(name: str) -> str:
    """In which way a file of this name has to be there."""
    ending = PurePath(name).suffix
    if ending in IMAGE_SUFFIXES or ending in {".svg", ".pdf"}:
        return "picture"
    if ending in VIDEOS:
        return "film"
    if ending in SOUNDS:
        return "sound"
    return "preview" if drawer_of(name) else "offered"


def test_every_file_that_a_learner_adds_is_shown_or_offered_with_its_name(
    collection: Collection, desk: Host, read: Read
) -> None:
    assert len(collection.files) >= 80
    reader = read(desk, viewport={"width": 390, "height": 740})
    reader.open(collection.link, "evidence")
    found = look_at_everything(reader)
    assert found.keys() == collection.files.keys()
    absent = {name for id_, name in collection.files.items() if not found[id_].get(shows(name))}
    # Slides without a word are offered; so is a film in a codec that is not played here.
    assert absent == {collection.files[NOT_IN_CHROMIUM], "empty-slides.pptx"}
    assert found[NOT_IN_CHROMIUM]["offered"] == "Download, 4 kB"
    files = {id_: name for id_, name in collection.files.items() if shows(name) in {"preview", "offered"}}
    assert {name for id_, name in files.items() if name not in str(found[id_]["offered"])} == set()
    assert findings(reader.page) == []


def test_exiftool_finds_nothing_outside_its_list_in_what_is_written_out(collection: Collection) -> None:
    before = {id_: collection.evidence(id_) for id_ in collection.files}
    told = metadata.read(before.values())
    # Nothing of exiftool's looks into every document, so what it cannot see is looked for in the bytes.
    carried = {path.name for path in before.values() if metadata.told(told[str(path)]) or metadata.planted_in(path)}
    assert len(carried & SPECIMENS.keys()) >= 40
    kept = {id_ for id_, name in collection.files.items() if PurePath(name).suffix in UNKNOWN}
    written = [path for path in (collection.built.root / "opened/media").rglob("*") if path.is_file()]
    cleaned = [path for path in written if path.parent.name not in kept]
    assert len(cleaned) > len(collection.files) - len(kept)
    tags = metadata.read(cleaned)
    assert len(tags) == len(cleaned)
    assert {path: found for path, row in tags.items() if (found := metadata.told(row))} == {}
    assert {path: found for path in cleaned if (found := metadata.planted_in(path))} == {}
