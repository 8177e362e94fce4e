"""One small school, built once for all workers; one browser a worker, with tabs that readers leave to one another."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Playwright, sync_playwright

from browser.built import REPOSITORY, Built, build
from browser.device import Device, dress, parted
from browser.exhibits import write_exhibits
from browser.flags import FLAGS, FLAGS_FOR_SHORT_VISITS
from browser.host import Host, running_host
from browser.reader import Read, Reader, new_tab
from waypost.load.toolbox import load_toolbox
from waypost.publish.shell import place_assets
from waypost.render.place import theme_dir, toolbox_dir
from waypost.toolbox import place_toolbox
from waypost.views.moves import build_move_rows

Visit = Callable[..., Page]
SCHOOL = Path(__file__).with_name("school")
KEEP = "kept => Object.entries(kept).forEach(([key, text]) => localStorage.setItem(key, text))"


@pytest.fixture(scope="session")
def common_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this run that all of its workers see."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "browser"
    folder.mkdir(exist_ok=True)
    return folder


def once(folder: Path, make: Callable[[], object]) -> None:
    """Lets the first worker make `folder`, and the others wait for it; where it fails, each tells why."""
    with FileLock(folder.with_suffix(".lock")):
        done = folder.with_suffix(".done")
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make()
            done.touch()


@pytest.fixture(scope="session")
def school(common_folder: Path) -> Built:
    """The small school, with the link of one recipient withdrawn after it was handed out."""
    root = common_folder / "small"

    def make() -> None:
        shutil.copytree(SCHOOL, root)
        write_exhibits(root / "portfolios")
        build(root, "2026-03-10", withdrawn=("maya-okafor", "The old club"))

    once(root, make)
    return Built(root)


@pytest.fixture(scope="session")
def sample_school(common_folder: Path) -> Built:
    """The sample school of this repository."""
    root = common_folder / "sample"

    def make() -> None:
        shutil.copytree(REPOSITORY / "portfolios", root / "portfolios")
        shutil.copy(SCHOOL / "mkdocs.yml", root)
        build(root, "2026-11-22")

    once(root, make)
    return Built(root)


@pytest.fixture(scope="session")
def toolbox_site(common_folder: Path) -> Path:
    """A site with the toolbox alone."""
    root = common_folder / "toolbox-site"

    def make() -> None:
        root.mkdir()
        place_assets(theme_dir() / "assets", root)
        place_toolbox(root, "https://school.example.org/")
        (root / "index.html").write_text("<!doctype html><html lang=en><title>School</title><h1>School</h1>")
        (root / "nothing.html").touch()

    once(root, make)
    return root


@pytest.fixture(scope="session")
def whole_site(common_folder: Path, sample_school: Built) -> Path:
    """The folder of a host, with the whole sample site at its root. Its portfolios were made before."""
    root = common_folder / "whole"

    def make() -> None:
        root.mkdir()
        for name in ("content", "portfolios"):
            shutil.copytree(REPOSITORY / name, root / name)
        (root / "theme").symlink_to(REPOSITORY / "theme")
        shutil.copy(REPOSITORY / "mkdocs.yml", root)
        for name in (".waypost", ".cache"):
            shutil.copytree(sample_school.root / name, root / name)
        command = [Path(sys.executable).with_name("mkdocs"), "build", "--strict"]
        quiet = {**os.environ, "DISABLE_MKDOCS_2_WARNING": "true", "NO_MKDOCS_2_WARNING": "true"}
        done = subprocess.run(command, cwd=root, env=quiet, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr

    once(root, make)
    return root / "site"


@pytest.fixture(scope="session")
def moves() -> list[dict[str, Any]]:
    """Every move of the toolbox, as its open data has it."""
    loaded = load_toolbox(toolbox_dir())
    assert loaded.toolbox is not None
    return build_move_rows(loaded.toolbox)


@pytest.fixture
def visit(chromium: Browser, toolbox_site: Path, idle_devices: dict[str, list[Device]]) -> Iterator[Visit]:
    """Opens a page of the toolbox from the disk, such as `visit("index.html?q=pace", color_scheme="dark")`.

    Each visit has a device of its own, on which nothing is kept but the texts of `kept` under their keys, and whose
    clock stands at `clock` where it is given.
    In the end no page may have complained, or asked for anything that is not there.
    """
    devices: list[tuple[Device, str]] = []
    complaints: list[str] = []

    def note_error(error: Error) -> None:
        complaints.append(str(error))

    def note_message(said: ConsoleMessage) -> None:
        if said.type == "error":
            complaints.append(said.text)

    nothing = (toolbox_site / "nothing.html").as_uri()

    def open_at(
        asked: str = "index.html", clock: str = "", kept: Mapping[str, str] | None = None, **options: Any
    ) -> Page:
        making, worn = parted(options)
        kind = repr((clock, sorted(making.items())))
        idle = idle_devices.setdefault(kind, [])
        device = idle.pop() if idle else Device(chromium, making, clock)
        devices.append((device, kind))
        dress(device.page, worn)
        device.page.on("pageerror", note_error)
        device.page.on("console", note_message)
        if kept:
            device.page.goto(nothing)
            device.page.evaluate(KEEP, kept)
        device.page.goto(f"{(toolbox_site / 'toolbox').as_uri()}/{asked}")
        return device.page

    yield open_at
    for device, kind in devices:
        if device.is_left_clean(nothing):
            device.page.remove_listener("pageerror", note_error)
            device.page.remove_listener("console", note_message)
            idle_devices[kind].append(device)
        else:
            device.page.context.close()
    # The one that axe causes, which asks for the style sheet itself.
    assert [each for each in complaints if "toolbox-" not in each and "ERR_FAILED" not in each] == []


@pytest.fixture(scope="session")
def host(school: Built) -> Iterator[Host]:
    """Serves the small school under a path of its host."""
    with running_host(school.web) as host:
        yield host


@pytest.fixture(scope="session")
def root_host(school: Built) -> Iterator[Host]:
    """Serves the small school at the root of a host, by the command that anybody with Python has."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", str(school.site)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout
        port = re.search(r"port (\d+)", server.stdout.readline())
        assert port
        yield Host(f"http://127.0.0.1:{port[1]}")
        server.terminate()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium, which speaks to nobody by itself.

    The build without windows draws the same pages, and a page in it costs half: 0.5 s of a processor instead of 1.2.
    """
    path = shutil.which("chromium-headless-shell")
    assert path, "these tests need Chromium: apt-get install chromium-headless-shell"
    browser = playwright.chromium.launch(executable_path=path, args=(*FLAGS, *FLAGS_FOR_SHORT_VISITS))
    yield browser
    browser.close()


@pytest.fixture
def chromium_with_windows(playwright: Playwright) -> Iterator[Browser]:
    """The Chromium that people have."""
    path = shutil.which("chromium")
    assert path, "these tests need Chromium: apt-get install chromium"
    browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def idle_tabs() -> dict[str, list[Page]]:
    """Tabs that nobody sits at, by their options: a new one costs more than most of what is done in it."""
    return {}


@pytest.fixture(scope="session")
def idle_devices() -> dict[str, list[Device]]:
    """Devices that nobody holds, by their options: a new one costs as much as a page."""
    return {}


@pytest.fixture
def read(chromium: Browser, host: Host, school: Built, idle_tabs: dict[str, list[Page]]) -> Iterator[Read]:
    """Makes readers. Without `fresh`, the tab may be one that another test has left.

    When the test has ended, nobody's browser may have complained or asked another host for anything, and no
    request may have told the host the secret of a link.
    """
    readers: list[tuple[Reader, str]] = []
    before = len(host.asked)

    def make(at: Host = host, below: str = "/some/school", fresh: bool = False, **options: object) -> Reader:
        making, worn = (options, {}) if fresh else parted(options)
        kind = "" if fresh else repr(sorted(making.items()))
        idle = idle_tabs.setdefault(kind, [])
        page = idle.pop() if idle else new_tab(chromium, making)
        if not fresh:
            dress(page, worn)
        reader = Reader(page, at, below)
        readers.append((reader, kind))
        return reader

    yield make
    for reader, kind in readers:
        reader.leave()
        if kind and reader.is_as_it_was:
            idle_tabs[kind].append(reader.page)
        else:
            reader.context.close()
        assert reader.unforgiven() == []
        assert reader.strangers() == []
    told = [asked.path for asked in host.asked[before:] for link in school.links if asked.holds(link.secret)]
    assert told == []
