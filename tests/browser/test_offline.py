"""After one visit the whole toolbox works without a network, and a new build takes the old one's place cleanly."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.conftest import Visit, once
from browser.host import Host, running_host
from waypost.publish.shell import place_assets
from waypost.render.place import theme_dir
from waypost.toolbox import place_toolbox

BELOW = "some/school"
KEPT = """() => new Promise((end) => {
  const { serviceWorker } = navigator;
  const look = async () => {
    const found = await serviceWorker.getRegistration();
    const worker = found && (found.installing || found.waiting || found.active);
    if (worker && worker === found.active && worker.state === "activated") end(true);
    else if (worker) worker.addEventListener("statechange", look, { once: true });
  };
  serviceWorker.ready.then(look);
  setTimeout(end, 20_000, false);
})"""
NAMES = "caches.keys()"
ADDRESSES = """async () => {
  const found = [];
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) found.push(url);
  return found;
}"""
WHOLE_BESIDE = """async before => {
  for (const name of await caches.keys()) {
    const kept = await (await caches.open(name)).keys();
    if (name !== before && kept.some(({ url }) => url.endsWith("?whole"))) return true;
  }
  return false;
}"""
OWN = """moves:
  - id: own-greet
    text: Stand at the door and greet every learner by name.
    see: [they walk past me, nobody looks up]
    works_when: Every learner has heard their name before the bell.
    keywords: [zanzibar, door, hello]
    element: relationships
    level: 1
"""


Put = Callable[..., None]


def make_site(site: Path, local: Path | None, offline: bool) -> None:
    """A site with a toolbox, a front page and something where portfolios are."""
    site.mkdir()
    place_assets(theme_dir() / "assets", site)
    place_toolbox(site, "https://school.example.org/", local=local, offline=offline)
    (site / "index.html").write_text("<!doctype html><html lang=en><title>School</title><h1>School</h1>")
    (site / "p/0a").mkdir(parents=True)
    (site / "p/0a/index.html").write_text("<!doctype html><html lang=en><title>Sealed</title><h1>Sealed</h1>")
    (site / "b").mkdir()
    (site / "b/00.age").write_bytes(b"age")


@pytest.fixture(scope="session")
def put(common_folder: Path) -> Put:
    """Puts a site in the place of what was there, in one step, as a published site is put there.

    With a move of the school's `own`, or not; each kind of site is made once for all tests.
    """

    def put_at(place: Path, own: bool = False, offline: bool = True) -> None:
        made = common_folder / f"site-{own:d}{offline:d}"
        local = made.with_suffix(".local") if own else None

        def make() -> None:
            if local:
                local.mkdir()
                (local / "own.yml").write_text(OWN)
            make_site(made, local, offline)

        once(made, make)
        coming, going = (place.with_name(f"{place.name}-{when}") for when in ("next", "before"))
        shutil.copytree(made, coming)
        if place.exists():
            place.rename(going)
        coming.rename(place)
        shutil.rmtree(going, ignore_errors=True)

    return put_at


@pytest.fixture
def web(tmp_path: Path, put: Put) -> Path:
    """What a host serves: a school's site below two folders."""
    put(tmp_path / "web" / BELOW)
    return tmp_path / "web"


@pytest.fixture
def host(web: Path) -> Iterator[Host]:
    with running_host(web) as host:
        yield host


@pytest.fixture
def device(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context()
    yield context
    context.close()


def toolbox(host: Host, page: str = "") -> str:
    return f"{host.origin}/{BELOW}/toolbox/{page}"


def first_visit(device: BrowserContext, host: Host, page: str = "index.html") -> Page:
    """Opens one page, and waits as long as a coach would look at it."""
    tab = device.new_page()
    tab.goto(toolbox(host, page))
    assert tab.evaluate(KEPT)
    return tab


@pytest.fixture(scope="module")
def away(chromium: Browser, put: Put, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, Host]]:
    """A device that was on one page of a host, and has no network since: nothing more can change on it."""
    web = tmp_path_factory.mktemp("kept")
    put(web / BELOW)
    with running_host(web) as host, chromium.new_context() as device:
        tab = first_visit(device, host, "contents.html")
        device.set_offline(True)
        yield tab, host


def wait_until(tab: Page, asked: str, given: str = "") -> None:
    """Waits until the promise that `asked` gives holds something true; Playwright takes the promise itself for that."""
    for _ in range(200):
        if tab.evaluate(asked, given):
            return
        tab.wait_for_timeout(50)
    raise AssertionError(asked)


def pages(web: Path) -> list[str]:
    folder = web / BELOW / "toolbox"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))


@pytest.mark.parametrize("began", ["index.html", "elements/relationships.html", "add.html", "cards.html"])
def test_one_visit_to_any_page_keeps_every_file(device: BrowserContext, host: Host, web: Path, began: str) -> None:
    tab = first_visit(device, host, began)
    folder = web / BELOW / "toolbox"
    wanted = {toolbox(host, path.relative_to(folder).as_posix()) for path in folder.rglob("*") if path.is_file()}
    kept = {url for url in tab.evaluate(ADDRESSES) if not url.endswith("?whole")}
    assert wanted - kept == {toolbox(host, "worker.js")}
    assert all(url.startswith(f"{host.origin}/{BELOW}/assets/waypost/") for url in kept - wanted)


def test_every_sort_of_page_opens_without_a_network(away: tuple[Page, Host], web: Path) -> None:
    tab, host = away
    troubles: list[str] = []
    tab.on("requestfailed", lambda request: troubles.append(request.url))
    tab.on("pageerror", lambda error: troubles.append(str(error)))
    # The pages of a folder are made by one template, and every file is kept.
    found = pages(web)
    first = {page.rpartition("/")[0]: page for page in reversed(found)}
    for page in [page for page in found if "/" not in page or page in first.values()]:
        tab.goto(toolbox(host, page))
        tab.wait_for_function("document.fonts.status === 'loaded'")
        assert tab.locator("h1").first.text_content()
    assert [each for each in troubles if not each.endswith("worker.js")] == []


def test_finder_answers_without_a_network_from_a_link_that_was_sent(away: tuple[Page, Host]) -> None:
    tab, host = away
    tab.goto(toolbox(host, "index.html?q=tuning+protocol"))
    expect(tab.locator("[data-move]").first).to_have_attribute("data-move", "learner-collaboration-3-7")
    tab.goto(toolbox(host, "?q=tuning+protocol"))
    expect(tab.locator("[data-move]").first).to_have_attribute("data-move", "learner-collaboration-3-7")
    tab.goto(toolbox(host, "elements/culture.html#culture-1-2"))
    expect(tab.locator("#culture-1-2")).to_be_visible()


def test_open_data_is_there_without_a_network(away: tuple[Page, Host]) -> None:
    tab, host = away
    tab.goto(toolbox(host, "contents.html"))
    count = tab.evaluate("fetch('moves.json').then(each => each.json()).then(({ moves }) => moves.length)")
    assert count == 317


def test_host_that_is_gone_is_not_missed(device: BrowserContext, web: Path) -> None:
    with running_host(web) as host:
        tab = first_visit(device, host)
    tab.goto(toolbox(host, "planner.html"))
    expect(tab.locator("h1").first).to_be_visible()


def test_new_build_takes_the_place_of_the_old_one(device: BrowserContext, host: Host, web: Path, put: Put) -> None:
    tab = first_visit(device, host)
    before = tab.evaluate(NAMES)
    assert len(before) == 1
    put(web / BELOW, own=True)
    tab.goto(toolbox(host, "index.html"))
    wait_for_other(tab, before)
    # From here on all is of the new build, and the page before has left nothing.
    tab.goto(toolbox(host, "index.html?q=zanzibar"))
    expect(tab.locator("[data-move]").first).to_have_attribute("data-move", "own-greet")
    wait_until(tab, "before => caches.keys().then(names => names.length === 1 && names[0] !== before)", before[0])
    device.set_offline(True)
    tab.goto(toolbox(host, "elements/relationships.html#own-greet"))
    expect(tab.locator("#own-greet")).to_be_visible()


def wait_for_other(tab: Page, before: list[str]) -> None:
    """Waits until all of another build is there."""
    wait_until(tab, WHOLE_BESIDE, before[0])


def test_page_of_the_old_build_finds_its_files_while_the_new_one_arrives(
    device: BrowserContext, host: Host, web: Path, put: Put
) -> None:
    tab = first_visit(device, host)
    before = tab.evaluate(NAMES)
    tab.reload()
    old = tab.locator("script[src*='moves-']").get_attribute("src") or ""
    put(web / BELOW, own=True)
    assert not (web / BELOW / "toolbox" / old).exists()
    tab.evaluate("navigator.serviceWorker.getRegistration().then(found => { void found.update(); })")
    wait_for_other(tab, before)
    assert tab.evaluate("old => fetch(old).then(({ status }) => status)", old) == 200


def test_build_that_arrives_in_part_is_not_kept(device: BrowserContext, host: Host, web: Path, put: Put) -> None:
    tab = first_visit(device, host)
    before = tab.evaluate(NAMES)
    put(web / BELOW, own=True)
    (web / BELOW / "toolbox/planner.html").unlink()
    failed = tab.evaluate(
        """async () => {
          const found = await navigator.serviceWorker.getRegistration();
          await found.update();
          const arriving = found.installing;
          await new Promise(resolve => arriving.addEventListener("statechange", resolve, { once: true }));
          return arriving.state;
        }"""
    )
    assert failed == "redundant"
    assert tab.evaluate(NAMES) == before
    tab.goto(toolbox(host, "planner.html"))
    expect(tab.locator("h1").first).to_be_visible()


def test_portfolios_are_in_no_cache(device: BrowserContext, host: Host) -> None:
    tab = first_visit(device, host)
    for path in ("p/0a/index.html", "index.html"):
        tab.goto(f"{host.origin}/{BELOW}/{path}")
        assert tab.evaluate("navigator.serviceWorker.controller") is None
    tab.goto(toolbox(host, "contents.html"))
    tab.evaluate("Promise.all(['../b/00.age', '../p/0a/index.html'].map(path => fetch(path)))")
    assert [
        url for url in tab.evaluate(ADDRESSES) if not re.search(r"/some/school/(toolbox|assets/waypost)/", url)
    ] == []
    device.set_offline(True)
    assert (
        tab.evaluate("fetch('../p/0a/index.html', { cache: 'reload' }).then(() => 'there', () => 'not there')")
        == "not there"
    )


def test_another_school_on_the_same_host_is_left_alone(device: BrowserContext, host: Host, web: Path, put: Put) -> None:
    put(web / "other")
    first_visit(device, host)
    tab = device.new_page()
    tab.goto(f"{host.origin}/other/toolbox/index.html")
    assert tab.evaluate(KEPT)
    tab.goto(f"{host.origin}/other/toolbox/contents.html")
    expect(tab.locator("[data-offline]")).to_be_visible()
    assert len(tab.evaluate(NAMES)) == 2


def test_only_what_is_true_is_said(device: BrowserContext, host: Host, visit: Visit) -> None:
    expect(visit("contents.html").locator("[data-offline]")).to_be_hidden()
    tab = first_visit(device, host, "contents.html")
    expect(tab.get_by_text("Works without a network")).to_be_visible()


def test_browser_that_refuses_is_not_told_about_it(device: BrowserContext, host: Host) -> None:
    device.add_init_script("navigator.serviceWorker.register = () => Promise.reject(new Error('refused'))")
    tab = device.new_page()
    troubles: list[str] = []
    tab.on("pageerror", lambda error: troubles.append(str(error)))
    tab.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    tab.goto(toolbox(host, "index.html?q=tuning+protocol"))
    expect(tab.locator("[data-move]").first).to_be_visible()
    tab.goto(toolbox(host, "contents.html"))
    expect(tab.locator("[data-offline]")).to_be_hidden()
    assert troubles == []


def test_preview_keeps_nothing_and_clears_away_what_was_kept(
    device: BrowserContext, host: Host, web: Path, put: Put
) -> None:
    tab = first_visit(device, host)
    put(web / BELOW, offline=False)
    tab.goto(toolbox(host, "contents.html"))
    wait_until(tab, "() => caches.keys().then(names => names.length === 0)")


def test_host_that_leaves_out_endings_is_answered_too(away: tuple[Page, Host]) -> None:
    tab, host = away
    tab.goto(toolbox(host, "elements/culture"))
    expect(tab.locator("h1").first).to_have_text("Culture")


def test_what_a_browser_threw_away_is_fetched_again(device: BrowserContext, host: Host) -> None:
    tab = first_visit(device, host)
    tab.evaluate("caches.keys().then(names => Promise.all(names.map(name => caches.delete(name))))")
    tab.goto(toolbox(host, "contents.html"))
    wait_until(tab, WHOLE_BESIDE, "none")
    device.set_offline(True)
    tab.goto(toolbox(host, "elements/culture.html"))
    expect(tab.locator("h1").first).to_have_text("Culture")
