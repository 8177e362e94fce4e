"""A learner whose folder has an error keeps what was published last; everybody else is published."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from schools import DAY, SmallSchool, short_plan
from waypost.errors import InputProblems, SealedError
from waypost.pipeline import build_portfolios, staged_site
from waypost.render import render_portfolio
from waypost.seal.age import seal_file
from waypost.seal.link import Link

AMARA, TEODOR = "amara-osei", "teodor-lindqvist"


def assert_amara_is_kept(school: SmallSchool, links: dict[tuple[str, str], Link]) -> None:
    """Amara's links open wholly with what they showed before; Teodor's show what is new."""
    for (student, _), link in links.items():
        opened = school.open(link)
        expected = "take apart whatever stops working" if student == AMARA else "Something new of Teodor."
        assert expected in opened.text
        assert len(opened.files) == 1


@pytest.mark.parametrize("gone", ["nothing", "the cache", "the cached files", "the record", "the ledger's site"])
def test_broken_folder_keeps_its_last_portfolio(gone: str, school: SmallSchool) -> None:
    links = school.links()
    school.break_plan(AMARA)
    school.change_sentence(TEODOR, "Something new of Teodor.")
    place = school.workshop.place(AMARA)
    match gone:
        case "the cache":
            shutil.rmtree(school.cache)
        case "the cached files":
            shutil.rmtree(place / "b")
        case "the record":
            (place / "parcel.json").write_text("{}")
        case "the ledger's site":
            shutil.rmtree(school.site)
    for _ in range(2):
        build = school.build()
        assert (build.published, build.kept, build.missing) == ((AMARA, TEODOR), (AMARA,), ())
        assert_amara_is_kept(school, links)
    assert [problem.file for problem in build.problems] == [f"portfolios/{AMARA}/plp.yml"]
    assert build.problems[0].line > 1


def test_parcel_that_a_killed_build_put_aside_is_the_last_good_one(school: SmallSchool) -> None:
    links, place = school.links(), school.workshop.place(AMARA)
    place.rename(f"{place}.old")
    shutil.rmtree(school.site)
    school.break_plan(AMARA)
    school.change_sentence(TEODOR, "Something new of Teodor.")
    assert school.build().kept == (AMARA,)
    assert_amara_is_kept(school, links)


def test_parcel_of_a_broken_folder_stays_in_the_cache_though_it_cannot_be_published(
    school: SmallSchool, tmp_path: Path
) -> None:
    links = school.links()
    shutil.rmtree(school.site)
    school.break_plan(AMARA)
    school.change_sentence(TEODOR, "Something new of Teodor.")
    blob = next(school.workshop.place(AMARA).glob("b/*.age"))
    elsewhere = blob.rename(tmp_path / blob.name)
    assert school.build().missing == (AMARA,)
    elsewhere.rename(blob)
    assert school.build().kept == (AMARA,)
    assert_amara_is_kept(school, links)


def test_mended_folder_is_published_again(school: SmallSchool) -> None:
    school.break_plan(AMARA)
    school.build()
    school.write_plan(AMARA, short_plan(AMARA, "Amara Osei"))
    school.change_sentence(AMARA, "I am back.")
    build = school.build()
    assert (build.rebuilt, build.kept) == ((AMARA,), ())
    assert "I am back." in school.open(school.link(AMARA)).text


def empty_folder(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def break_picture(folder: Path) -> None:
    for path in (folder / "evidence").iterdir():
        path.write_bytes(b"this is a text")


def add_pipe(folder: Path) -> None:
    os.mkfifo(folder / "evidence" / "pipe.jpg")


def add_twins(folder: Path) -> None:
    for name in ("A.txt", "a.txt"):
        (folder / "evidence" / name).write_text(name)


BREAKAGES: dict[str, Callable[[Path], object]] = {
    "no plan": lambda folder: (folder / "plp.yml").unlink(),
    "an empty folder": empty_folder,
    "an empty plan": lambda folder: (folder / "plp.yml").write_text(""),
    "a plan in another encoding": lambda folder: (folder / "plp.yml").write_bytes(b"plan: {name: Jos\xe9}"),
    "a picture that is a text": break_picture,
    "a pipe among the evidence": add_pipe,
    "evidence that is gone": lambda folder: shutil.rmtree(folder / "evidence"),
    "two files of one name": add_twins,
    "no sense in sharing.yml": lambda folder: (folder / "sharing.yml").write_text("recipients: [{name: 5}"),
}


@pytest.mark.parametrize("breakage", BREAKAGES)
def test_every_breakage_is_told_and_the_rest_is_published(breakage: str, school: SmallSchool) -> None:
    links = school.links()
    BREAKAGES[breakage](school.folder(AMARA))
    school.change_sentence(TEODOR, "Something new of Teodor.")
    build = school.build()
    assert (build.kept, build.rebuilt) == ((AMARA,), (TEODOR,))
    assert build.problems
    assert all(problem.file.startswith(f"portfolios/{AMARA}") for problem in build.problems)
    assert not any("Waypost itself" in problem.message for problem in build.problems)
    assert_amara_is_kept(school, links)


def test_new_folder_that_is_broken_is_not_published_and_stops_nobody(school: SmallSchool) -> None:
    school.folder("mira").mkdir()
    build = school.build()
    assert (build.published, build.missing) == ((AMARA, TEODOR), ("mira",))
    assert ("mira", "Family") in school.links()
    with pytest.raises(SealedError, match="opens nothing"):
        school.open(school.link("mira"))


def test_withdrawn_link_of_a_broken_folder_opens_nothing(school: SmallSchool) -> None:
    links = school.links()
    school.write_sharing(
        AMARA, {"name": "Family", "audience": "family", "withdrawn": "yes"}, {"name": "Advisor", "audience": "advisor"}
    )
    school.break_plan(AMARA)
    for _ in range(2):
        assert school.build().kept == (AMARA,)
        with pytest.raises(SealedError, match="opens nothing"):
            school.open(links[AMARA, "Family"])
        assert school.open(links[AMARA, "Advisor"]).name == "Amara Osei"


def test_links_stay_where_sharing_cannot_be_read_either(school: SmallSchool) -> None:
    links = school.links()
    school.break_plan(AMARA)
    (school.folder(AMARA) / "sharing.yml").write_text("recipients: [")
    assert school.build().kept == (AMARA,)
    assert school.open(links[AMARA, "Family"]).name == "Amara Osei"


def test_learner_who_left_leaves_nothing_behind(school: SmallSchool) -> None:
    links, place = school.links(), school.workshop.place(AMARA)
    blobs = {path for path in school.contents() if path.startswith("b/")}
    shutil.rmtree(school.folder(AMARA))
    assert school.build().published == (TEODOR,)
    for recipient in ("Family", "Advisor"):
        with pytest.raises(SealedError, match="opens nothing"):
            school.open(links[AMARA, recipient])
        assert not (school.site / links[AMARA, recipient].folder).exists()
    assert len(blobs - set(school.contents())) == 4
    assert not place.exists()
    assert school.open(links[TEODOR, "Family"]).name == "Teodor Lindqvist"


def test_folder_that_became_a_shortcut_keeps_its_portfolio(school: SmallSchool, tmp_path: Path) -> None:
    links = school.links()
    school.folder(AMARA).rename(tmp_path / "elsewhere")
    school.folder(AMARA).symlink_to(tmp_path / "elsewhere")
    build = school.build()
    assert build.kept == (AMARA,)
    assert "shortcut" in build.problems[0].message
    assert school.open(links[AMARA, "Family"]).name == "Amara Osei"


def test_stray_file_beside_the_folders_is_told_and_is_nobody(school: SmallSchool) -> None:
    (school.settings.portfolios / "repair").symlink_to("nowhere")
    build = school.build(pages={"x.html": b"<p>a repair table</p>"})
    assert (build.published, build.missing) == ((AMARA, TEODOR), ())
    assert [problem.file for problem in build.problems] == ["portfolios/repair"]


def test_strict_build_publishes_nothing(school: SmallSchool) -> None:
    before = school.contents()
    school.break_plan(AMARA)
    school.change_sentence(TEODOR, "Something new of Teodor.")
    result = school.run("build", "--strict", "--today", str(DAY))
    assert result.returncode == 1
    assert f"portfolios/{AMARA}/plp.yml:" in result.stderr
    assert "Nothing was published" in result.stderr
    assert school.contents() == before
    assert school.leftovers() == []


def test_what_was_built_and_not_published_is_nobodys_last_portfolio(school: SmallSchool) -> None:
    school.change_sentence(AMARA, "Built, and never published.")
    with staged_site(school.settings) as staging:
        assert build_portfolios(school.settings, staging, DAY).rebuilt == (AMARA,)
    school.break_plan(AMARA)
    assert school.build().kept == (AMARA,)
    assert "never published" not in school.open(school.link(AMARA)).text


def test_failure_of_waypost_itself_is_one_learners_and_withdraws_all_the_same(
    school: SmallSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(view: Any, *rest: Any) -> Any:
        if view.learner.name == "Amara Osei":
            raise ZeroDivisionError("division by zero")
        return render_portfolio(view, *rest)

    links = school.links()
    school.write_sharing(AMARA, {"name": "Advisor", "audience": "advisor"})
    school.change_sentence(TEODOR, "Something new of Teodor.")
    monkeypatch.setattr("waypost.learner.render_portfolio", fail)
    build = school.build()
    assert (build.kept, build.rebuilt) == ((AMARA,), (TEODOR,))
    assert "Waypost itself failed" in build.problems[0].message
    with pytest.raises(SealedError, match="opens nothing"):
        school.open(links[AMARA, "Family"])
    assert school.open(links[AMARA, "Advisor"]).name == "Amara Osei"
    assert school.leftovers() == []


@pytest.mark.parametrize("moment", ["before", "after"])
def test_file_that_changes_while_it_is_sealed_is_told_and_not_published(
    moment: str, school: SmallSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = school.add_learner("mira-sato", "Mira Sato")
    film = school.folder("mira-sato") / "evidence" / "film.bin"
    film.write_bytes(b"first" * 5000)
    plan["evidence"].append({"id": "film", "file": "film.bin", "title": "A film"})
    school.write_plan("mira-sato", plan)

    def seal_and_write(source: Path, *arguments: Any) -> Any:
        if source == film and moment == "before":
            film.write_bytes(b"other" * 5000)
        sealed = seal_file(source, *arguments)
        if source == film:
            film.write_bytes(b"other" * 5000)
        return sealed

    with monkeypatch.context() as patch:
        patch.setattr("waypost.seal.tree.seal_file", seal_and_write)
        build = school.build()
    assert build.missing == ("mira-sato",)
    assert [(one.file, "changed while it was sealed" in one.message) for one in build.problems] == [
        ("portfolios/mira-sato/evidence/film.bin", True)
    ]
    assert school.build().rebuilt == ("mira-sato",)
    assert school.open(school.link("mira-sato")).files["film.bin"] == b"other" * 5000


@pytest.mark.parametrize("broken", ["school.yml", "portfolios"])
def test_school_that_cannot_be_read_changes_nothing(broken: str, school: SmallSchool) -> None:
    before = school.contents()
    if broken == "portfolios":
        school.settings.portfolios.rename(school.root / "elsewhere")
    else:
        (school.settings.portfolios / "school.yml").write_text(json.dumps({"nam": "Quarry Lane School"}))
    with pytest.raises(InputProblems):
        school.build()
    assert school.contents() == before


def test_folder_of_folders_that_nobody_may_list_changes_nothing(
    school: SmallSchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, scan = school.contents(), os.scandir

    def refuse(path: Any) -> Any:
        if path == school.settings.portfolios:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(InputProblems, match="cannot be read"):
        school.build()
    assert school.contents() == before
