"""Every hostile file that can be published, in one portfolio: clicked through, and nothing of it reaches anybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.built import Built, build, waypost
from browser.conftest import SCHOOL, once
from browser.host import running_host
from browser.reader import Read
from media.bombs import NAMES
from media.hostile import published_files

LEARNER = "sam-hart"
FORBIDDEN = ".look :is(script, style, iframe, object, embed, svg, form, [style], [id]), main :is(iframe, object, embed)"


@pytest.fixture(scope="session")
def harmed(common_folder: Path) -> Built:
    """A school of one learner, who brought all of them: as files of their own, and under names that are attacks."""
    root = common_folder / "harmed"

    def make() -> None:
        brought, plan = root / "brought", root / "portfolios" / LEARNER / "plp.yml"
        plan.parent.mkdir(parents=True)
        plan.write_text("plan:\n  name: Sam Hart\n", encoding="utf-8")
        for name in ("mkdocs.yml", "portfolios/school.yml"):
            (root / name).write_bytes((SCHOOL / name).read_bytes())
        brought.mkdir()
        for number, (name, content) in enumerate(published_files().values()):
            (brought / f"{number}-{name}").write_bytes(content())
        for number, name in enumerate(NAMES):
            (brought / name).write_text(f"<script>document.title = 'taken'</script> {number}", encoding="utf-8")
        waypost(root, "add", str(plan.parent), str(brought))
        build(root, "2026-03-10")

    once(root, make)
    return Built(root)


def test_nothing_of_what_was_made_to_do_harm_runs_or_asks_for_anything(harmed: Built, read: Read) -> None:
    with running_host(harmed.web) as host:
        reader = read(host, fresh=True, accept_downloads=True)
        page, spoken = reader.page, list[str]()
        page.on("dialog", lambda dialog: spoken.append(dialog.message))
        reader.open(harmed.link(LEARNER, "Family"), "evidence")
        title = page.title()
        assert page.locator("main .piece").count() >= 55
        reader.sees_pictures()
        page.locator("main .look summary").evaluate_all("all => all.forEach((one) => one.click())")
        expect(page.locator("main .look:not([data-state=ready])")).to_have_count(0)
        page.locator("main [data-state=waiting] button").evaluate_all("all => all.forEach((one) => one.click())")
        players = "[...document.querySelectorAll('main :is(audio, video)')]"
        done = "one.readyState > 1 || one.closest('.plate').querySelector('[data-state=failed]')"
        reader.until(f"{players}.every((one) => {done})")
        assert page.locator(FORBIDDEN).count() == 0
        # What cannot be read in the page; after ten, a browser asks whether a page may go on giving files.
        for file in page.locator(".piece:not(:has(.look)) a[data-download]").all()[:8]:
            with page.expect_download() as download:
                file.evaluate("link => link.click()")
            assert "/" not in download.value.suggested_filename
        for number in range(page.locator("button:has(img)").count()):
            page.locator("button:has(img)").nth(number).press("Enter")
            reader.sees_pictures()
            page.go_back()
            reader.sees_portfolio("evidence")
        links = page.locator("main .look a[href]").evaluate_all("all => all.map((one) => one.protocol)")
        assert set(links) <= {"https:", "http:", "mailto:"}
        assert page.title() == title
        assert spoken == []
        blobs = {asked.path.rpartition("/")[2] for asked in host.asked if "/b/" in asked.path}
        assert {name.removesuffix(".age") for name in blobs} <= set(harmed.tree(harmed.link(LEARNER, "Family")).blobs)
