"""What stands on a page for those who do not see it: headings, landmarks and names in order, in HTML without an error.

`WAYPOST_GOLDEN=write` writes what is found into golden/names/, to be read before it is believed.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.built import REPOSITORY, Built, Link
from browser.conftest import once
from browser.host import Host
from browser.reader import Reader, new_tab
from waypost.opening import write_opened
from waypost.render import Page as Drawn
from waypost.render import load_language
from waypost.render.embedding import Inside
from waypost.render.single import render_single

GOLDEN = Path(__file__).parents[1] / "golden" / "names"
CHECKER = REPOSITORY / "node_modules/vnu-jar/build/dist/vnu.jar"
WIDE = {"viewport": {"width": 1280, "height": 800}}
# Where each is, and what has to be drawn before it is looked at.
TOOLBOX = {
    "finder": ("index.html", "main h2"),
    "finder-asked": ("index.html?q=pace", "#results li"),
    "contents": ("contents.html", ".contents"),
    "element": ("elements/metacognition.html", ".move"),
}
# Addresses hold keys, which are new in each school; where a link leads is tested elsewhere.
ADDRESS = re.compile(r"^ *- /url: .*\n?", re.MULTILINE)
NOTHING_BELOW = re.compile(r"^( *)(- .*):$(?!\n\1 )", re.MULTILINE)
HEADING = re.compile(r'- \'?heading "(.*)" \[level=(\d)\]')
FAULT = "<!doctype html><html lang=en><title>A page with a fault</title><p id=one>1</p><p id=one>2</p></html>"
# Material's two switches at the head of its own pages.
MATERIAL = 'class="md-toggle"'
# What is not near the window yet has no address. Where pages are written as files, every picture has one.
NOT_NEAR = "“src”, “srcset”"


@pytest.fixture(scope="session")
def walked(common_folder: Path, chromium: Browser, school: Built, host: Host, toolbox_site: Path) -> Path:
    """A folder with the names (.yml) and the HTML of every page that was walked through, as a browser has them."""
    folder = common_folder / "walked"

    def make() -> None:
        folder.mkdir()
        reader = Reader(new_tab(chromium, WIDE), host, "/some/school")
        walk_portfolio(reader, school, folder)
        page = new_tab(chromium, WIDE)
        for name, (path, drawn) in TOOLBOX.items():
            page.goto(f"{(toolbox_site / 'toolbox').as_uri()}/{path}")
            page.locator(drawn).first.wait_for()
            note(page, folder, f"toolbox-{name}")
        reader.context.close()
        page.context.close()

    once(folder, make)
    return folder


def walk_portfolio(reader: Reader, school: Built, folder: Path) -> None:
    for recipient in ("Maya", "Ngozi Okafor"):
        link = school.link("maya-okafor", recipient)
        reader.open(link)
        slugs = [*reader.slugs(), "find"]
        for slug in slugs:
            reader.turn_to(slug)
            reader.sees_pictures()
            note(reader.page, folder, f"{link.audience}-{slug}", "main")
        note(reader.page, folder, f"{link.audience}-around", "body", without="main")
    reader.open(school.link("maya-okafor", "Maya"), "presentation")
    reader.page.get_by_role("button", name="Present", exact=True).click()
    expect(reader.page.locator(".presenter-status")).to_have_text(re.compile("All is on this device"))
    note(reader.page, folder, "presenter")
    panel = school.link("maya-okafor", "Panel of the technical center")
    reader.visit(panel)
    reader.sees_locked("passphrase")
    note(reader.page, folder, "locked-passphrase")
    reader.visit(panel, secret="cut-short")
    reader.sees_locked("changed")
    note(reader.page, folder, "locked-changed")


def note(page: Page, folder: Path, name: str, part: str = "body", without: str = "") -> None:
    """Writes down the names below `part` of a page, and its HTML."""
    names = NOTHING_BELOW.sub(r"\1\2", ADDRESS.sub("", page.locator(part).first.aria_snapshot())).rstrip() + "\n"
    if without:
        names = re.sub(rf"^- {without}:?\n(?: .*\n)*", "", names, flags=re.MULTILINE)
    (folder / f"{name}.yml").write_text(names, encoding="utf-8")
    html = page.evaluate("document.documentElement.outerHTML")
    (folder / f"{name}.html").write_text(f"<!doctype html>\n{html}", encoding="utf-8")


def test_headings_landmarks_and_names_stand_in_the_agreed_order(walked: Path) -> None:
    found = {path.name: path.read_text(encoding="utf-8") for path in walked.glob("*.yml")}
    if os.environ.get("WAYPOST_GOLDEN") == "write":
        shutil.rmtree(GOLDEN, ignore_errors=True)
        GOLDEN.mkdir()
        for name, names in found.items():
            (GOLDEN / name).write_text(names, encoding="utf-8")
    assert found == {path.name: path.read_text(encoding="utf-8") for path in GOLDEN.glob("*.yml")}


def test_no_page_skips_a_level_of_headings_or_names_two_landmarks_alike(walked: Path) -> None:
    troubles = []
    for path in sorted(walked.glob("*.html")):
        text = path.with_suffix(".yml").read_text(encoding="utf-8")
        levels = [int(level) for _, level in HEADING.findall(text)]
        # Around a portfolio's page stands its first heading.
        levels = [1, *levels] if re.match("(self|family)-(?!around)", path.name) else levels
        troubles += [f"{path.stem}: {a} is followed by {b}" for a, b in pairwise(levels) if b > a + 1]
        troubles += [f"{path.stem}: {levels.count(1)} first headings"] if levels.count(1) != 1 else []
        landmarks = Counter(re.findall(r"- \'?((?:navigation|region|complementary|form|search)\b[^:\n]*)", text))
        troubles += [f"{path.stem}: {name} is there {count} times" for name, count in landmarks.items() if count > 1]
        troubles += [f"{path.stem}: {name} has no name" for name in landmarks if name in ("region", "complementary")]
    assert troubles == []


def test_no_page_that_people_see_has_an_error_of_html(
    walked: Path, school: Built, toolbox_site: Path, whole_site: Path, tmp_path: Path
) -> None:
    for path in walked.glob("*.html"):
        if path.stem != "presenter":  # Its controls are drawn by reveal.js.
            shutil.copy(path, tmp_path)
    for number, link in enumerate(school.links):
        if link.recipient != "The old club":
            write_portfolio(school, link, tmp_path / str(number))
    copy_pages(toolbox_site, "toolbox/**/*.html", tmp_path)
    copy_pages(whole_site, "*.html", tmp_path / "site")
    copy_pages(whole_site, "plan/index.html", tmp_path / "site")
    copy_pages(school.site, "index.html", tmp_path / "front")
    shutil.copy(next((school.site / "p").glob("*/index.html")), tmp_path / "locked.html")
    (tmp_path / "fault.html").write_text(FAULT, encoding="utf-8")
    assert len(list(tmp_path.rglob("*.html"))) > 150
    assert check(tmp_path) == ["fault.html: Duplicate ID “one”."]


def write_portfolio(school: Built, link: Link, folder: Path) -> None:
    """What `waypost open` writes for a link, and the same as one file."""
    tree = school.tree(link)
    write_opened(tree, folder)
    manifest = tree.manifest
    pages = [Drawn(page["slug"], page["title"], page["html"]) for page in manifest["pages"]]
    single = render_single(
        manifest["name"],
        manifest["audience"],
        pages,
        load_language(manifest["lang"]),
        "",
        lambda token: Inside("data:,", token),
        lambda token: tree.read_media(token).decode(),
    )
    (folder / "single.html").write_text(single, encoding="utf-8")


def copy_pages(site: Path, which: str, folder: Path) -> None:
    for path in site.glob(which):
        (folder / path.relative_to(site)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, folder / path.relative_to(site))


def check(folder: Path) -> list[str]:
    """What the W3C's checker has to say of every page in a folder."""
    # A program that runs for seconds is not worth its second compilation, and the first wants a deeper stack.
    java = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m", "-jar", str(CHECKER)]
    command = [*java, "--errors-only", "--format", "json", "--no-langdetect", "--skip-non-html"]
    done = subprocess.run([*command, str(folder)], capture_output=True, text=True, timeout=300, check=False)
    return [
        f"{message['url'].partition(f'{folder}/')[2]}: {message['message']}"
        for message in json.loads(done.stderr)["messages"]
        if MATERIAL not in message.get("extract", "") and NOT_NEAR not in message["message"]
    ]
