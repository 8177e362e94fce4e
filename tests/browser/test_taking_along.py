"""What a learner takes along: one page, a PDF, and a pack from which another school goes on."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from cli.test_verbs import waypost
from schools import WAYPOST
from waypost.packing import SUMS

SAMPLES = Path(__file__).parents[2] / "portfolios"
Change = Callable[[dict[str, bytes]], None]


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What was exported for a sample learner; the school is beside it."""
    root = tmp_path_factory.mktemp("school")
    shutil.copytree(SAMPLES, root / "portfolios")
    (root / "mkdocs.yml").write_text("site_name: Alder River\nplugins:\n  - waypost\n")
    result = waypost(root, "export", "portfolios/yaretzi-montalvo", "--to", "out", "--audience", "family")
    assert (result.returncode, result.stderr) == (0, "")
    return root / "out"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_pack_comes_back_as_the_folder_that_it_was(export: Path, tmp_path: Path) -> None:
    shutil.copy(SAMPLES / "school.yml", tmp_path)
    result = waypost(tmp_path, "import", str(export / "yaretzi-montalvo-pack.zip"), "yaretzi-montalvo")
    assert (result.returncode, result.stderr) == (0, "")
    assert contents(tmp_path / "yaretzi-montalvo") == contents(SAMPLES / "yaretzi-montalvo")


def test_another_school_is_told_what_it_calls_otherwise(export: Path, tmp_path: Path) -> None:
    (tmp_path / "school.yml").write_text("name: Elsewhere\n")
    result = waypost(tmp_path, "import", str(export / "yaretzi-montalvo-pack.zip"), "yaretzi")
    assert result.returncode == 1
    assert "yaretzi/plp.yml:" in result.stderr
    assert contents(tmp_path / "yaretzi") == contents(SAMPLES / "yaretzi-montalvo")


def test_plan_in_the_pack_is_json_with_every_goal(export: Path) -> None:
    with zipfile.ZipFile(export / "yaretzi-montalvo-pack.zip") as pack:
        plan = json.loads(pack.read("plan.json"))
        sums = dict(reversed(line.split("  ", 1)) for line in pack.read(SUMS).decode().splitlines())
        assert {name: hashlib.sha256(pack.read(name)).hexdigest() for name in sums} == sums
    assert plan["plan"]["name"] == "Yaretzi Montalvo"
    assert plan["goals"]


def test_one_page_shows_everything_and_asks_for_nothing(export: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: complaints.append(said.text))
    page.goto((export / "yaretzi-montalvo.html").as_uri())
    assert page.locator("h1").inner_text() == "Yaretzi Montalvo"
    page.locator("a", has_text="goals").first.click()
    assert page.url.endswith("#page-goals")
    page.evaluate("for (const image of document.images) image.loading = 'eager'")
    page.wait_for_function("[...document.images].every((image) => image.complete)")
    assert page.evaluate("[...document.images].every((image) => image.naturalWidth > 0)")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((node) => node.id)")
    links = page.evaluate("[...document.querySelectorAll('a[href^=\"#\"]')].map((a) => decodeURIComponent(a.hash))")
    page.close()
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in links} <= set(ids)
    assert {url.split(":")[0] for url in asked} <= {"file", "data"}
    assert complaints == []


def test_page_for_the_family_holds_what_the_family_sees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # without a browser there is no PDF to wait for
    shutil.copytree(SAMPLES, tmp_path / "portfolios")
    plan = tmp_path / "portfolios/yaretzi-montalvo/plp.yml"
    secret = "Nobody else shall read this line"
    text = plan.read_text()
    assert "\nreflections:\n" in text
    mine = f"  - id: mine\n    date: 2026-11-01\n    by: student\n    text: {secret}\n    for: [self]\n"
    plan.write_text(text.replace("\nreflections:\n", f"\nreflections:\n{mine}"))
    (tmp_path / "mkdocs.yml").write_text("site_name: Alder River\nplugins:\n  - waypost\n")
    for audience, seen in (("self", True), ("family", False)):
        result = waypost(tmp_path, "export", "portfolios/yaretzi-montalvo", "--to", audience, "--audience", audience)
        assert result.returncode == 0, result.stderr
        assert (secret in (tmp_path / audience / "yaretzi-montalvo.html").read_text()) is seen


def test_pdf_is_tagged_and_has_bookmarks(export: Path) -> None:
    pdf = (export / "yaretzi-montalvo.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in pdf
    assert b"/Outlines" in pdf


def test_export_writes_over_nothing(export: Path) -> None:
    before = contents(export)
    result = waypost(export.parent, "export", "portfolios/emrys-szalay", "--to", "out")
    assert result.returncode == 2
    assert "this folder is not empty" in result.stderr
    assert contents(export) == before


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
def test_harmed_pack_makes_no_folder(export: Path, tmp_path: Path, harm: Change, told: str) -> None:
    with zipfile.ZipFile(export / "yaretzi-montalvo-pack.zip") as pack:
        files = {name: pack.read(name) for name in pack.namelist()}
    harm(files)
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as pack:
        for name, content in files.items():
            pack.writestr(name, content)
    result = waypost(tmp_path, "import", "pack.zip", "in/learner")
    assert result.returncode == 1
    assert told in result.stderr
    assert "Traceback" not in result.stderr
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["pack.zip"]


@pytest.mark.parametrize("end", [0, 100, -1, -200])
def test_pack_that_did_not_arrive_whole_makes_no_folder(export: Path, tmp_path: Path, end: int) -> None:
    (tmp_path / "pack.zip").write_bytes((export / "yaretzi-montalvo-pack.zip").read_bytes()[:end])
    result = waypost(tmp_path, "import", "pack.zip", "learner")
    assert result.returncode == 1
    assert "Ask for it again" in result.stderr
    assert not (tmp_path / "learner").exists()


def test_pack_with_a_spoilt_file_makes_no_folder(export: Path, tmp_path: Path) -> None:
    spoilt = bytearray((export / "yaretzi-montalvo-pack.zip").read_bytes())
    with zipfile.ZipFile(export / "yaretzi-montalvo-pack.zip") as pack:
        entry = pack.getinfo("source/plp.yml")
    start = entry.header_offset + 30 + len(entry.filename)
    spoilt[start : start + 20] = b"\xff" * 20
    (tmp_path / "pack.zip").write_bytes(spoilt)
    result = waypost(tmp_path, "import", "pack.zip", "learner")
    assert result.returncode == 1
    assert "Ask for it again" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "learner").exists()


def test_import_writes_over_nothing(export: Path, tmp_path: Path) -> None:
    (tmp_path / "learner").mkdir()
    (tmp_path / "learner/plp.yml").write_text("mine")
    result = waypost(tmp_path, "import", str(export / "yaretzi-montalvo-pack.zip"), "learner")
    assert result.returncode == 2
    assert (tmp_path / "learner/plp.yml").read_text() == "mine"


def test_without_a_browser_the_rest_is_written_and_said(tmp_path: Path) -> None:
    shutil.copytree(SAMPLES, tmp_path / "portfolios")
    (tmp_path / "mkdocs.yml").write_text("site_name: Alder River\nplugins:\n  - waypost\n")
    command = [str(WAYPOST), "export", "portfolios/tindra-pelkey", "--to", "out"]
    result = subprocess.run(command, cwd=tmp_path, env={"PATH": ""}, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert "There is no PDF" in result.stderr
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"tindra-pelkey.html", "tindra-pelkey-pack.zip"}
