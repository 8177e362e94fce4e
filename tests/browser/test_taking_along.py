"""What a learner takes along: one page, a booklet as PDF, and a pack from which another school goes on."""

from __future__ import annotations

import datetime
import gzip
import hashlib
import json
import re
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from browser.built import Built
from browser.conftest import once
from browser.findings import violations
from browser.paper import Paper
from browser.reader import PATIENCE, Read
from cli.test_verbs import waypost
from waypost.cli import main
from waypost.config import load_settings
from waypost.errors import SealedError, WaypostError
from waypost.exporting import Export, Wishes, export_portfolio
from waypost.model import Audience
from waypost.packing import SUMS, read_pack
from waypost.seal import phrase

Change = Callable[[dict[str, bytes]], None]
TODAY = datetime.date(2026, 3, 10)
AT_A_TERMINAL = """
import os, pty, sys
words = sys.stdin.buffer.readline()
child, terminal = pty.fork()
if not child:
    os.execvp("age", ["age", "--decrypt", "--output", sys.argv[2], sys.argv[1]])
asked = b""
try:
    while piece := os.read(terminal, 1024):
        asked += piece
        if b"passphrase" in asked:
            os.write(terminal, words)
            asked = b""
except OSError:
    pass  # The terminal is gone once age has ended.
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
SEALED = re.compile(r"-----BEGIN AGE ENCRYPTED FILE-----\n[A-Za-z0-9+/=\n]+-----END AGE ENCRYPTED FILE-----\n")
# Of the size that a passphrase takes here: see `little_work`.
NO_MEMORY = """() => {
  const construct = (array, given) => {
    if (given[0] === 2 ** 20) throw new RangeError("Array buffer allocation failed");
    return new array(...given);
  };
  globalThis.Uint8Array = new Proxy(Uint8Array, { construct });
}"""
PHRASE = "gravel lantern otter ﬁve"
TITLES = ("The harbor", "It rolls", "Questions")
# The viewer's own words around films and documents, and what only a script can do, are not the portfolio's.
WORDS = """(place) => {
  const shown = document.querySelector(place);
  const own = ":is(.picture-open-words, .media-play, .media-status, .sheets-turn, [data-script])";
  for (const each of shown.querySelectorAll(own)) each.remove();
  return [shown.innerText.split(/\\s+/).filter(Boolean).join(" "), shown.querySelectorAll("img").length];
}"""


@dataclass(frozen=True)
class Taken:
    """What was exported of one learner for herself: in the clear, and sealed; and of another one, sealed."""

    school: Path
    folder: Path

    @property
    def plain(self) -> Path:
        return self.folder / "plain"

    @property
    def sealed(self) -> Path:
        return self.folder / "sealed"

    @property
    def pack(self) -> Path:
        return self.plain / "maya-okafor-pack.zip"

    @property
    def learner(self) -> Path:
        return self.school / "portfolios" / "maya-okafor"


@contextmanager
def without_a_browser() -> Iterator[None]:
    """Nothing is printed meanwhile, which takes most of an export's time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", "")
        yield


@contextmanager
def little_work() -> Iterator[None]:
    """A passphrase costs a second otherwise, each time that it is tried; `tests/seal` holds what it costs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(phrase, "WORK", 10)
        yield


@pytest.fixture(scope="session")
def taken(school: Built, common_folder: Path) -> Taken:
    """Exported once for all workers, on the day on which the school was built."""
    taken = Taken(school.root, common_folder / "taken")

    def export(learner: str, target: Path, words: str | None = None) -> Export:
        wishes = Wishes(Audience.SELF, phrase=words)
        folder = school.root / "portfolios" / learner
        return export_portfolio(load_settings(school.root, None), folder, target, wishes, TODAY)

    def make() -> None:
        assert export("maya-okafor", taken.plain).no_pdf is None
        with without_a_browser(), little_work():
            export("maya-okafor", taken.sealed, PHRASE)
            export("jo-oneill", taken.folder / "other", PHRASE)

    once(taken.folder, make)
    return taken


@contextmanager
def opened(chromium: Browser, document: Path) -> Iterator[Page]:
    """A page from the disk, without any network, that asks for nothing and complains of nothing."""
    context = chromium.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(document.as_uri())
    yield page
    context.close()
    assert {url.split(":")[0] for url in asked} <= {"file", "data"}
    assert complaints == []


def until(page: Page, script: str) -> None:
    """Asks until `script` is true: the page's policy forbids Playwright's own way of waiting."""
    end = time.monotonic() + PATIENCE / 1000
    while not page.evaluate(script):
        assert time.monotonic() < end, f"never came true: {script}"
        time.sleep(0.03)


def present(page: Page) -> None:
    """Goes through the slides, with a film, and the notes in their own window; and leaves them."""
    page.get_by_role("button", name="Present", exact=True).click()
    title = page.locator(".presenter .slides > .present .slide-title")
    status = page.locator(".presenter-status")
    expect(status).to_have_text("All is on this device: the slides go on without a network.")
    expect(title).to_have_text(TITLES[0])
    assert page.locator(".presenter .present img").evaluate("image => image.naturalWidth") == 1600
    page.keyboard.press("ArrowRight")
    expect(title).to_have_text(TITLES[1])
    page.keyboard.press("p")
    until(page, "document.querySelector('.presenter .present video').currentTime > 0.1")
    with page.context.expect_page() as notes:
        page.keyboard.press("s")
    expect(notes.value.locator(".speaker-coming .slide-title")).to_have_text(TITLES[2])
    family = "getComputedStyle(document.querySelector('.speaker-words')).fontSize"
    assert float(notes.value.evaluate(family).removesuffix("px")) > 20
    page.keyboard.press("Escape")
    expect(page.locator(".presenter")).to_have_count(0)


def test_one_file_shows_what_the_link_shows_and_presents_without_asking_for_anything(
    taken: Taken, school: Built, read: Read, chromium: Browser
) -> None:
    reader = read()
    reader.open(school.link("maya-okafor", "Maya"))
    linked: dict[str, Any] = {}
    for slug in reader.slugs():
        reader.turn_to(slug)
        reader.plays_everything()
        linked[slug] = reader.page.evaluate(WORDS, "main.page")
    assert {"cover", "goals", "evidence", "growth", "presentation", "gaps"} <= linked.keys()
    with opened(chromium, taken.plain / "maya-okafor.html") as page:
        page.evaluate("for (const image of document.images) image.loading = 'eager'")
        until(page, "[...document.images].every((image) => image.complete && image.naturalWidth > 0)")
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map((node) => node.id)")
        links = page.evaluate("[...document.querySelectorAll('a[href^=\"#\"]')].map((a) => decodeURIComponent(a.hash))")
        assert len(ids) == len(set(ids))
        assert {link[1:] for link in links} <= set(ids)
        present(page)
        for way, count in {"One slide a page": 3, "Two slides a page": 2, "Six slides a page": 1}.items():
            assert len(printed(page, way).sheets) == count
        page.locator(".cover-contents a", has_text="My goals").click()
        assert page.url.endswith("#page-goals")
        taken_along = {slug: page.evaluate(WORDS, f"#page-{slug}") for slug in linked}
        assert page.locator("main > section").count() == len(linked)
    assert taken_along == linked


def printed(page: Page, way: str) -> Paper:
    """What the reader's printer gets of the presentation."""
    page.evaluate("window.print = () => {}")
    page.locator(".talk-fold").evaluate("fold => (fold.open = true)")
    page.get_by_label(way).check()
    page.get_by_role("button", name="Print", exact=True).click()
    return Paper(page.pdf(prefer_css_page_size=True))


def test_sealed_file_opens_with_its_passphrase_alone(taken: Taken, chromium: Browser) -> None:
    with opened(chromium, taken.plain / "maya-okafor.html") as page:
        shown = page.locator("main").inner_text()
    with opened(chromium, taken.sealed / "portfolio.html") as page:
        assert page.title() == "This portfolio asks for a passphrase"
        expect(page.get_by_label("Passphrase")).to_be_focused()
        assert violations(page) == []
        page.keyboard.type("gravel lantern otter four")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("That did not open it.")
        expect(page.locator("[data-waypost=portfolio], main:not(.locked)")).to_have_count(0)
        assert "Okafor" not in page.content()
        # As another keyboard writes it, with a space that a phone adds.
        page.get_by_label("Passphrase").fill("gravel lantern otter five ")
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text("Maya Okafor")
        expect(page.locator("h1")).to_be_focused()
        assert page.locator("main").inner_text() == shown
        assert page.title() == "Maya Okafor"
        assert violations(page) == []
        present(page)


def test_sealed_file_that_did_not_arrive_whole_says_so(taken: Taken, chromium: Browser, tmp_path: Path) -> None:
    damaged = tmp_path / "portfolio.html"
    whole = (taken.sealed / "portfolio.html").read_text()
    damaged.write_text(whole[:-5000])
    with opened(chromium, damaged) as page:
        expect(page.get_by_role("alert")).to_contain_text("A part of this file is missing")
        expect(page.get_by_role("textbox")).to_have_count(0)
    damaged.write_text(f"{whole[:-5000]}{'B' if whole[-5000] == 'A' else 'A'}{whole[-4999:]}")
    with opened(chromium, damaged) as page:
        page.keyboard.type("gravel lantern otter four")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("That did not open it.")
        page.get_by_label("Passphrase").fill(PHRASE)
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("was changed on the way")
        expect(page.get_by_role("textbox")).to_have_count(0)
        assert violations(page) == []


def test_device_that_cannot_do_the_work_for_a_passphrase_blames_no_passphrase(taken: Taken, chromium: Browser) -> None:
    with opened(chromium, taken.sealed / "portfolio.html") as page:
        page.evaluate(NO_MEMORY)
        page.keyboard.type(PHRASE)
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text("There is not enough free memory.")


def test_nothing_of_a_learner_stands_in_a_sealed_file(taken: Taken) -> None:
    mine, others = ((taken.folder / each / "portfolio.html").read_text() for each in ("sealed", "other"))
    # What is left beside the sealed part is the same for two learners, so it can tell of neither.
    assert SEALED.sub("", mine, 1) == SEALED.sub("", others, 1)
    assert "Okafor" not in mine
    assert {path.name for path in taken.sealed.iterdir()} == {"portfolio.html", "portfolio-pack.zip.age"}


def test_age_itself_opens_the_sealed_page_and_pack(taken: Taken, tmp_path: Path) -> None:
    armored = SEALED.search((taken.sealed / "portfolio.html").read_text())
    assert armored
    (tmp_path / "page.age").write_text(armored[0])
    page = gzip.decompress(open_with_age(tmp_path / "page.age", tmp_path / "page.gz")).decode()
    assert page == (taken.plain / "maya-okafor.html").read_text()
    with zipfile.ZipFile(taken.pack) as plain:
        names = set(plain.namelist())
    open_with_age(taken.sealed / "portfolio-pack.zip.age", tmp_path / "pack.zip")
    with zipfile.ZipFile(tmp_path / "pack.zip") as pack:
        assert set(pack.namelist()) == names
        assert pack.testzip() is None


def open_with_age(sealed: Path, out: Path) -> bytes:
    """What Debian's age gives. It asks for a passphrase at a terminal and nowhere else."""
    assert shutil.which("age"), "this test needs age: apt-get install age"
    with subprocess.Popen([sys.executable, "-c", AT_A_TERMINAL, str(sealed), str(out)], stdin=subprocess.PIPE) as age:
        age.communicate(b"gravel lantern otter five\n")
    assert age.returncode == 0
    return out.read_bytes()


def test_booklet_says_on_which_sheet_everything_is(taken: Taken) -> None:
    pdf = taken.plain / "maya-okafor.pdf"
    with pikepdf.open(pdf) as document:
        assert "/StructTreeRoot" in document.Root
        assert document.Root.MarkInfo.Marked
        assert [float(side) for side in document.pages[0].MediaBox] == [0, 0, 612, 792]
        with document.open_outline() as outline:
            assert outline.root
    with pypdfium2.PdfDocument(pdf) as document:
        lines = [line.split() for line in document[1].get_textpage().get_text_bounded().splitlines() if line.strip()]
    numbered = {"".join(line[:-1]): int(line[-1]) for line in lines[1:] if line[-1].isdigit()}
    assert len([title for title in numbered if title.startswith(("Whatthemotor", "Theharbor", "Mypresentation"))]) == 3
    sheets = Paper(pdf.read_bytes()).sheets
    for title, number in numbered.items():
        # Of a page, what is in it stands between its title and its number.
        assert re.split(r"\d|nothing", title)[0] in sheets[number - 1], (title, number)
    # A cover without a head; behind it a head and a number on every sheet, and none is empty.
    assert sheets[0].count("MayaOkafor") == 1
    for number, sheet in enumerate(sheets[1:], 2):
        assert "MayaOkafor" in sheet
        assert str(number) in sheet
        assert len(sheet) > 60


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_pack_comes_back_as_the_folder_that_it_was(taken: Taken, tmp_path: Path) -> None:
    shutil.copy(taken.school / "portfolios/school.yml", tmp_path)
    result = waypost(tmp_path, "import", str(taken.pack), "maya")
    assert result.returncode == 0, result.stderr
    assert contents(tmp_path / "maya") == contents(taken.learner)


def test_sealed_pack_comes_back_with_its_passphrase_alone(taken: Taken, tmp_path: Path) -> None:
    pack = taken.sealed / "portfolio-pack.zip.age"
    with pytest.raises(WaypostError, match="this pack is sealed"):
        read_pack(pack, tmp_path / "maya")
    with pytest.raises(SealedError, match="passphrase is another one"):
        read_pack(pack, tmp_path / "maya", "gravel lantern otter four")
    assert list(tmp_path.iterdir()) == []
    result = waypost(tmp_path, "import", str(pack), "maya", "--passphrase-stdin", stdin=f"{PHRASE}\n")
    assert "Made maya/" in result.stdout
    assert contents(tmp_path / "maya") == contents(taken.learner)


def test_another_school_is_told_what_it_calls_otherwise(taken: Taken, tmp_path: Path) -> None:
    (tmp_path / "school.yml").write_text("name: Elsewhere\n")
    result = waypost(tmp_path, "import", str(taken.pack), "maya")
    assert result.returncode == 1
    assert "maya/plp.yml:" in result.stderr
    assert contents(tmp_path / "maya") == contents(taken.learner)


def test_plan_in_the_pack_is_json_with_every_goal(taken: Taken) -> None:
    with zipfile.ZipFile(taken.pack) as pack:
        plan = json.loads(pack.read("plan.json"))
        sums = dict(reversed(line.split("  ", 1)) for line in pack.read(SUMS).decode().splitlines())
        assert {name: hashlib.sha256(pack.read(name)).hexdigest() for name in sums} == sums
    assert plan["plan"]["name"] == "Maya Okafor"
    assert plan["goals"]


def test_export_for_the_family_holds_what_the_family_sees_and_nothing_is_written_over(
    taken: Taken, tmp_path: Path
) -> None:
    shutil.copytree(taken.school / "portfolios", tmp_path / "portfolios")
    (tmp_path / "mkdocs.yml").write_text("site_name: School\nplugins:\n  - waypost\n")
    plan = tmp_path / "portfolios/jo-oneill/plp.yml"
    secret = "Nobody else shall read this line"
    mine = f"\nreflections:\n  - id: mine\n    date: 2026-03-01\n    by: student\n    text: {secret}\n    for: [self]\n"
    text = plan.read_text()
    assert "\nreflections:" not in text
    plan.write_text(text + mine)
    with without_a_browser():
        for audience, seen in ((Audience.SELF, True), (Audience.FAMILY, False)):
            settings, target = load_settings(tmp_path, None), tmp_path / audience.value
            export_portfolio(settings, plan.parent, target, Wishes(audience), TODAY)
            assert (secret in (target / "jo-oneill.html").read_text()) is seen
    before = contents(tmp_path / "family")
    result = waypost(tmp_path, "export", "portfolios/jo-oneill", "--to", "family")
    assert result.returncode == 2
    assert "this folder is not empty" in result.stderr
    assert contents(tmp_path / "family") == before


def test_command_seals_with_the_words_that_it_reads_and_prints_where_it_can(
    taken: Taken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(taken.school / "portfolios", tmp_path / "portfolios")
    (tmp_path / "mkdocs.yml").write_text("site_name: School\nplugins:\n  - waypost\n")
    empty = waypost(tmp_path, "export", "portfolios/jo-oneill", "--passphrase-stdin", stdin="\n")
    assert (empty.returncode, empty.stdout) == (2, "")
    assert "no passphrase came" in empty.stderr
    monkeypatch.chdir(tmp_path)
    with without_a_browser(), little_work():
        short = CliRunner().invoke(main, ["export", "portfolios/jo-oneill", "--passphrase-stdin"], input="otter\n")
    assert short.exit_code == 0, short.output
    assert "This passphrase has 5 characters." in short.stderr
    assert "There is no PDF" in short.stderr
    assert "otter" not in short.output
    written = {path.name for path in (tmp_path / "portfolio-export").iterdir()}
    assert written == {"portfolio.html", "portfolio-pack.zip.age"}


def rename_out(files: dict[str, bytes]) -> None:
    files["source/../../escaped.txt"] = b"out"
    files[SUMS] += f"{hashlib.sha256(b'out').hexdigest()}  source/../../escaped.txt\n".encode()


def change(files: dict[str, bytes]) -> None:
    files["source/plp.yml"] += b"# changed\n"


def add(files: dict[str, bytes]) -> None:
    files["source/evidence/more.txt"] = b"more"


def lose(files: dict[str, bytes]) -> None:
    del files["source/plp.yml"]


def forget(files: dict[str, bytes]) -> None:
    del files[SUMS]


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (rename_out, "cannot be written here"),
        (change, "was changed on the way"),
        (add, "is not what SHA256SUMS lists"),
        (lose, "is not what SHA256SUMS lists"),
        (forget, "not a pack that Waypost wrote"),
    ],
)
def test_harmed_pack_makes_no_folder(taken: Taken, tmp_path: Path, harm: Change, told: str) -> None:
    with zipfile.ZipFile(taken.pack) as pack:
        files = {name: pack.read(name) for name in pack.namelist()}
    harm(files)
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as pack:
        for name, content in files.items():
            pack.writestr(name, content)
    with pytest.raises(WaypostError, match=told):
        read_pack(tmp_path / "pack.zip", tmp_path / "in" / "learner")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["pack.zip"]


@pytest.mark.parametrize("end", [0, 100, -1, -200])
def test_pack_that_did_not_arrive_whole_makes_no_folder(taken: Taken, tmp_path: Path, end: int) -> None:
    (tmp_path / "pack.zip").write_bytes(taken.pack.read_bytes()[:end])
    with pytest.raises(WaypostError, match="Ask for it again"):
        read_pack(tmp_path / "pack.zip", tmp_path / "learner")
    assert not (tmp_path / "learner").exists()


def test_pack_with_a_spoilt_file_makes_no_folder(taken: Taken, tmp_path: Path) -> None:
    spoilt = bytearray(taken.pack.read_bytes())
    with zipfile.ZipFile(taken.pack) as pack:
        entry = pack.getinfo("source/plp.yml")
    start = entry.header_offset + 30 + len(entry.filename)
    spoilt[start : start + 20] = b"\xff" * 20
    (tmp_path / "pack.zip").write_bytes(spoilt)
    result = waypost(tmp_path, "import", "pack.zip", "learner")
    assert result.returncode == 1
    assert "Ask for it again" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "learner").exists()


def test_import_writes_over_nothing(taken: Taken, tmp_path: Path) -> None:
    (tmp_path / "learner").mkdir()
    (tmp_path / "learner/plp.yml").write_text("mine")
    result = waypost(tmp_path, "import", str(taken.pack), "learner")
    assert result.returncode == 2
    assert (tmp_path / "learner/plp.yml").read_text() == "mine"
