"""Takes every screen and sheet of the sample school, for looking at them: `python tests/browser/looks.py [FOLDER]`.

Each learner's plan is drawn for a family in English, Spanish and Arabic and for the learner; on a phone, a tablet and
a desk, by day and by night, and on paper. So are the slides in every theme, the toolbox and the site's own pages.
`--only PATTERN` takes those whose name matches, such as `390-dark`. An index.html beside them shows all; none of it is
committed.
"""

from __future__ import annotations

import argparse
import html
import io
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
sys.path.insert(0, str(REPOSITORY / "tests"))

import pypdfium2  # noqa: E402
from PIL import Image  # noqa: E402
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

from browser.built import Built, Link, build  # noqa: E402
from browser.host import Host, running_host  # noqa: E402
from browser.reader import Reader, new_tab  # noqa: E402
from waypost.model.design import THEMES  # noqa: E402

TODAY = "2026-11-22"
SIZES = {390: 844, 820: 1180, 1440: 900}
SHADES = ("light", "dark")
LANGUAGES = ("en", "es", "ar")
TOOLBOX = {
    "finder": "index.html",
    "finder-asked": "index.html?q=pace",
    "contents": "contents.html",
    "element": "elements/metacognition.html",
    "progression": "progressions/flex-personalized.html",
    "attribute": "attributes/flexibility.html",
    "self-assessment": "self-assessment.html",
    "planner": "planner.html",
    "cards": "cards.html?element=metacognition",
    "my-moves": "my-moves.html",
    "add": "add.html",
}
SITE = {"home": "", "families": "families/", "configuration": "configuration/", "plan": "plan/"}
WAITING = """() => [...document.querySelectorAll("main img[data-state=waiting]")].some((one) => {
  const { top, bottom } = one.getBoundingClientRect();
  return one.checkVisibility() && bottom > 0 && top < innerHeight;
})"""
LONGEST = 6000
"""Pixels. What stands further down a page looks like what stands above it."""


@dataclass(frozen=True)
class Album:
    """Where pictures go, and which are wanted."""

    folder: Path
    only: str

    def wants(self, name: str) -> bool:
        return re.search(self.only, name) is not None

    def looks(self, shelf: str, width: int, slug: str) -> Iterator[tuple[str, str, bool]]:
        """The pictures that are wanted of a page: its shade, what it is called, and whether it is of all of it."""
        for shade in SHADES:
            for name, whole in (("first-screen", False), (slug, True)):
                look = f"{shelf}/{width}-{shade}-{name}"
                if self.wants(look) and (whole or (slug, width) == ("cover", 390)):
                    yield shade, look, whole

    def path(self, name: str) -> Path:
        """The file of a picture such as `tindra-pelkey/en/390-light-goals`."""
        path = self.folder / f"{name}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        return path


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("folder", nargs="?", type=Path, default=REPOSITORY / ".cache/looks")
    asked.add_argument("--only", default="", metavar="PATTERN")
    given = asked.parse_args()
    album = Album(given.folder, given.only)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        built = drawn_school(Path(folder))
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium-headless-shell"), args=["--no-sandbox", "--disable-gpu"]
        )
        with running_host(built.web) as host:
            for link in built.links:
                take_portfolio(album, browser, host, built, link)
                take_paper(album, browser, host, link)
            for link in built.links:
                if link.audience == "self" and (REPOSITORY / "portfolios" / link.student / "presentation.md").exists():
                    take_slides(album, browser, host, link)
        with running_host(REPOSITORY / "site") as host:
            take_pages(album, browser, f"{host.origin}/toolbox/", "toolbox", TOOLBOX)
            take_pages(album, browser, f"{host.origin}/", "site", SITE)
        browser.close()
    print(write_index(album))


def drawn_school(root: Path) -> Built:
    """The samples, each for a family in every language and for the learner."""
    shutil.copytree(REPOSITORY / "portfolios", root / "portfolios")
    shutil.copy(Path(__file__).with_name("school") / "mkdocs.yml", root)
    families = "".join(f"  - name: Family {tag}\n    audience: family\n    language: {tag}\n" for tag in LANGUAGES)
    for plan in (root / "portfolios").glob("*/plp.yml"):
        sharing = f"recipients:\n{families}  - name: Learner\n    audience: self\n"
        plan.with_name("sharing.yml").write_text(sharing, encoding="utf-8")
    return build(root, TODAY)


def shelf_of(link: Link) -> str:
    """The folder of a link's pictures."""
    return f"{link.student}/{link.recipient.split()[-1].lower()}"


def take_portfolio(album: Album, browser: Browser, host: Host, built: Built, link: Link) -> None:
    """Every page as a whole, and what a phone shows of the cover at first."""
    slugs = [str(page["slug"]) for page in built.tree(link).manifest["pages"]]
    for width, height in SIZES.items():
        wanted = {slug: list(album.looks(shelf_of(link), width, slug)) for slug in slugs}
        if not any(wanted.values()):
            continue
        reader = Reader(new_tab(browser, {"viewport": {"width": width, "height": height}}), host, "/some/school")
        reader.open(link)
        for slug, looks in wanted.items():
            if looks:
                reader.turn_to(slug)
            for shade, name, whole in looks:
                reader.page.emulate_media(color_scheme=shade)  # type: ignore[arg-type]
                shoot(album, reader.page, name, whole)
        reader.context.close()


def shoot(album: Album, page: Page, name: str, whole: bool = True) -> None:
    """A picture of what the window shows, or of the whole page: screen by screen, since pictures that are far away are
    closed again.
    """
    screen = page.viewport_size
    assert screen
    end = min(LONGEST, int(page.evaluate("document.documentElement.scrollHeight"))) if whole else screen["height"]
    picture = Image.new("RGB", (screen["width"], end))
    for top in range(0, end, screen["height"]):
        page.evaluate("top => scrollTo({ top, behavior: 'instant' })", top)
        for _ in range(40):
            if not page.evaluate(WAITING):
                break
            page.wait_for_timeout(100)
        shown = Image.open(io.BytesIO(page.screenshot(type="jpeg", quality=80)))
        picture.paste(shown, (0, int(page.evaluate("scrollY"))))
    picture.save(album.path(name), quality=70)


def take_paper(album: Album, browser: Browser, host: Host, link: Link) -> None:
    """Everything that a reader prints, sheet beside sheet."""
    name = f"{shelf_of(link)}/paper"
    if not album.wants(name):
        return
    tab = new_tab(browser, {"viewport": {"width": 1280, "height": 800}})
    tab.add_init_script("window.print = () => { window.printed = true; window.setTimeout = () => 0; }")
    reader = Reader(tab, host, "/some/school")
    reader.open(link)
    reader.page.locator(".colophon-actions button").last.click()
    reader.until("window.printed")
    sheets = [page.render(scale=0.8).to_pil() for page in pypdfium2.PdfDocument(tab.pdf(prefer_css_page_size=True))]
    paste(sheets, 6).save(album.path(name), quality=70)
    tab.context.close()


def paste(sheets: list[Image.Image], across: int) -> Image.Image:
    """Sheets as they would lie on a table."""
    width, height = sheets[0].width + 12, sheets[0].height + 12
    table = Image.new("RGB", (width * min(across, len(sheets)), height * -(-len(sheets) // across)), "gray")
    for number, sheet in enumerate(sheets):
        table.paste(sheet, (number % across * width + 6, number // across * height + 6))
    return table


def take_slides(album: Album, browser: Browser, host: Host, link: Link) -> None:
    """The slides, in every theme, on a wall and on a phone."""
    for theme in THEMES:
        for shade in SHADES:
            for size in ((1280, 720), (390, 740)):
                name = f"slides/{theme}-{shade}-{size[0]}-{link.student}"
                if album.wants(name):
                    tab = new_tab(browser, {"viewport": {"width": size[0], "height": size[1]}, "color_scheme": shade})
                    reader = Reader(tab, host, "/some/school")
                    reader.open(link, "presentation")
                    tab.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
                    tab.locator("[data-act=present]").click()
                    tab.locator(".presenter .reveal.ready").wait_for()
                    shots = []
                    for _ in range(4):
                        tab.wait_for_timeout(700)
                        tab.screenshot(path=album.path(name), type="jpeg", quality=80)
                        with Image.open(album.path(name)) as shot:
                            shots.append(shot.copy())
                        tab.keyboard.press("ArrowRight")
                    paste(shots, 2).save(album.path(name), quality=80)
                    tab.context.close()


def take_pages(album: Album, browser: Browser, address: str, shelf: str, pages: dict[str, str]) -> None:
    """Pages that anybody may see."""
    for width, height in SIZES.items():
        tab = new_tab(browser, {"viewport": {"width": width, "height": height}})
        for shade in SHADES:
            tab.emulate_media(color_scheme=shade)  # type: ignore[arg-type]
            for page, path in pages.items():
                name = f"{shelf}/{width}-{shade}-{page}"
                if album.wants(name):
                    tab.goto(address + path)
                    tab.wait_for_timeout(400)
                    shoot(album, tab, name)
        tab.context.close()


def write_index(album: Album) -> Path:
    """One page that shows all pictures of the folder, those of a kind beside each other."""
    parts = []
    for shelf in sorted({path.parent for path in album.folder.rglob("*.jpg")}):
        name = html.escape(str(shelf.relative_to(album.folder)))
        shown = "".join(
            f'<a href="{name}/{html.escape(path.name)}"><img loading="lazy" src="{name}/{html.escape(path.name)}"'
            f' alt="{html.escape(path.stem)}"><br>{html.escape(path.stem)}</a>'
            for path in sorted(shelf.glob("*.jpg"))
        )
        parts.append(f"<h2>{name}</h2><div>{shown}</div>")
    index = album.folder / "index.html"
    style = (
        "body{font:14px sans-serif}div{display:flex;flex-wrap:wrap;gap:12px}"
        "img{width:220px;max-height:480px;object-fit:cover;object-position:top}"
    )
    head = f'<meta charset="utf-8"><title>Looks</title><style>{style}</style>'
    index.write_text(
        f'<!doctype html><html lang="en"><head>{head}</head><body>{"".join(parts)}</body></html>',
        encoding="utf-8",
    )
    return index


if __name__ == "__main__":
    main()
