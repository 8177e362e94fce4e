"""Documents, opened and read in the page: nothing of them runs, nothing is asked of anybody, and they close again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from browser.built import Built, Link, build, waypost
from browser.conftest import SCHOOL, once
from browser.findings import findings
from browser.host import Host, running_host
from browser.paper import Paper
from browser.reader import Read, Reader
from media.readable import READABLE

PHONE = {"viewport": {"width": 390, "height": 740}}
SAID = {
    "essay.docx": "Nobody was pinched.",
    "talk.pptx": "Slide 2 What we saw",
    "costs.xlsx": "Bean poles",
    "letter.odt": "The pond is ours too.",
    "counts.ods": "Heron",
    "lantern.odp": "Slide 1 A pond for all",
    "crabs.ipynb": "ZeroDivisionError",
    "poem.txt": "the crab is out",
    "diary.md": "First a walk.",
    "sort.py": "def by_size(crabs):",
    "rocks.csv": "the one; with the chain",
}


def write_learner(folder: Path, name: str, files: Mapping[str, bytes]) -> None:
    (folder / "evidence").mkdir(parents=True)
    rows = [f"plan:\n  name: {name}\nevidence:\n"]
    for number, (file, content) in enumerate(files.items()):
        (folder / "evidence" / file).write_bytes(content)
        rows.append(f"  - id: piece-{number}\n    title: Piece {number}\n    file: {file}\n")
    (folder / "plp.yml").write_text("".join(rows), encoding="utf-8")


@pytest.fixture(scope="session")
def library(common_folder: Path) -> Built:
    """A school of one learner, who has a document of every sort."""
    root = common_folder / "library"

    def make() -> None:
        write_learner(root / "portfolios" / "rio-vega", "Rio Vega", {name: make() for name, make in READABLE.items()})
        for name, kept in (
            ("mkdocs.yml", SCHOOL / "mkdocs.yml"),
            ("portfolios/school.yml", SCHOOL / "portfolios/school.yml"),
        ):
            (root / name).write_bytes(kept.read_bytes())
        build(root, "2026-03-10")

    once(root, make)
    return Built(root)


@pytest.fixture
def desk(library: Built) -> Iterator[Host]:
    with running_host(library.web) as host:
        yield host


@pytest.fixture
def link(library: Built) -> Link:
    return library.link("rio-vega", "Family")


def document(reader: Reader, name: str) -> Locator:
    return reader.page.locator(f"#piece-{list(READABLE).index(name)} .look")


def open_all(reader: Reader) -> Locator:
    looks = reader.page.locator("main .look")
    for look in looks.all():
        look.locator("summary").click()
        expect(look).to_have_attribute("data-state", "ready")
    return looks


def test_every_document_is_opened_read_and_closed_in_the_page(
    library: Built, desk: Host, link: Link, read: Read
) -> None:
    reader = read(desk, **PHONE)
    reader.open(link, "evidence")
    blobs = {library.media_blob(link, f"piece-{number}.preview") for number in range(len(READABLE))}
    assert not any(blob in url for url in reader.fetched for blob in blobs)
    # By keyboard: the way there, open, and closed again.
    first = document(reader, "essay.docx")
    first.locator("summary").focus()
    reader.page.keyboard.press("Enter")
    expect(first).to_have_attribute("data-state", "ready")
    first.get_by_role("button", name="Close").press("Enter")
    expect(first.locator("summary")).to_be_focused()
    expect(first.locator("[data-preview] > *")).to_have_count(0)
    assert first.evaluate("look => look.open") is False

    assert open_all(reader).count() == len(READABLE)
    for name, words in SAID.items():
        expect(document(reader, name)).to_contain_text(words)
    costs = document(reader, "costs.xlsx")
    expect(costs).to_contain_text("Here are 30 of 33 columns.")
    wide = costs.get_by_role("group", name="Rain")
    expect(wide).to_have_attribute("tabindex", "0")
    wide.focus()
    reader.page.keyboard.press("ArrowRight")
    reader.until("document.querySelector('[aria-label=Rain]').scrollLeft > 0")
    expect(document(reader, "talk.pptx").get_by_role("group", name="Table 1")).to_be_visible()
    reader.page.set_viewport_size({"width": 320, "height": 740})
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320
    drawn = reader.page.locator("[data-preview] img")
    assert [image.evaluate("image => image.naturalWidth") for image in drawn.all()] == [64] * drawn.count()
    assert findings(reader.page) == []


def test_paper_holds_the_documents_that_are_open(desk: Host, link: Link, read: Read) -> None:
    reader = read(desk, fresh=True)
    reader.open(link, "evidence")
    document(reader, "letter.odt").locator("summary").click()
    expect(document(reader, "letter.odt")).to_have_attribute("data-state", "ready")
    paper = Paper(reader.page.pdf())
    assert "Thepondisourstoo." in paper.text
    assert "pinched" not in paper.text
    assert "Lookinside" not in paper.text
    assert "essay.docx" in paper.text


def test_document_that_does_not_arrive_says_so_and_opens_at_the_next_try(
    library: Built, desk: Host, link: Link, read: Read
) -> None:
    reader = read(desk)
    blob = library.media_blob(link, f"piece-{list(READABLE).index('poem.txt')}.preview")
    reader.page.route(f"**/{blob}.age", lambda route: route.abort())
    reader.open(link, "evidence")
    poem = document(reader, "poem.txt")
    poem.locator("summary").click()
    expect(poem.get_by_role("status")).to_contain_text("could not be opened")
    reader.page.unroute_all()
    for _ in range(2):
        poem.locator("summary").click()
    expect(poem).to_contain_text("the crab is out")
    expect(poem.get_by_role("status")).to_be_empty()


def test_written_pages_hold_the_documents(library: Built, link: Link, tmp_path: Path) -> None:
    waypost(library.root, "open", str(library.site), link.url, "--to", str(tmp_path / "out"))
    page = (tmp_path / "out" / "evidence.html").read_text(encoding="utf-8")
    for words in ("Nobody was pinched.", "Slide 2</span> What we saw", "Here are 30 of 33 columns", "Low water"):
        assert words in page
    assert "data-preview" not in page
    assert len(list((tmp_path / "out" / "media").iterdir())) == len(READABLE)
    # The next build finds them all made.
    assert {path.suffixes[-2] for path in (library.root / ".cache").rglob("preview.*.html")} >= {
        Path(name).suffix for name in READABLE
    }
