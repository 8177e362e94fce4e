"""The languages of a link: its recipient's, those that a reader can change to, and who learns of which."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from schools import SmallSchool, write_text
from waypost.checking import check_school
from waypost.errors import SealedError, WaypostError
from waypost.model import Recipient, School
from waypost.opening import write_opened
from waypost.seal.opening import OpenedTree, PackedManifest, open_link, open_packed, open_tongues
from waypost.seal.tree import BlobReference
from waypost.tongues import list_choices, offered_languages, verify_choices

STUDENT = "amara-osei"
MAMA = {"name": "Mamá", "audience": "family", "language": "es"}
AUNT = {"name": "Aunt Abena", "audience": "family"}
PANEL = {"name": "Spring panel", "audience": "panel"}
BOTH = [{"lang": "en", "dir": "ltr", "name": "English"}, {"lang": "es", "dir": "ltr", "name": "Español"}]


@pytest.fixture
def spoken(empty_school: SmallSchool) -> SmallSchool:
    """A school with one learner, whose family reads two languages."""
    empty_school.add_learner(STUDENT, "Amara Osei")
    empty_school.write_sharing(STUDENT, MAMA, AUNT, PANEL)
    empty_school.build()
    return empty_school


def packed(school: SmallSchool, recipient: str) -> PackedManifest:
    link = school.link(STUDENT, recipient)
    return open_packed(school.site, school.site / link.folder / "grant.age", link.grant_identity())


def own(school: SmallSchool, recipient: str) -> OpenedTree:
    return open_link(school.site, school.link(STUDENT, recipient))


def choice(school: SmallSchool, recipient: str) -> dict[str, OpenedTree]:
    return open_tongues(school.site, packed(school, recipient))


def blobs(school: SmallSchool) -> set[str]:
    return {path.stem for path in (school.site / "b").glob("*.age")}


def recipients(*tags: str | None) -> list[Recipient]:
    return [Recipient.model_validate({"name": f"R {tag}", "audience": "family", "language": tag}) for tag in tags]


def test_each_link_opens_in_its_recipients_language_and_offers_the_others_of_its_audience(spoken: SmallSchool) -> None:
    for recipient, lang in (("Mamá", "es"), ("Aunt Abena", "en")):
        assert own(spoken, recipient).manifest["lang"] == lang
        assert own(spoken, recipient).manifest["tongues"] == BOTH
        trees = choice(spoken, recipient)
        assert {tag: tree.manifest["lang"] for tag, tree in trees.items()} == {"en": "en", "es": "es"}
        assert trees[lang].blobs == own(spoken, recipient).blobs
    titles = {tag: tree.manifest["pages"][2]["title"] for tag, tree in choice(spoken, "Mamá").items()}
    assert titles == {"en": "My goals", "es": "Mis metas"}


def test_an_audience_does_not_learn_what_another_one_speaks(spoken: SmallSchool) -> None:
    assert "tongues" not in own(spoken, "Spring panel").manifest
    assert choice(spoken, "Spring panel") == {}


def test_what_is_opened_from_the_shell_is_in_the_recipients_language(spoken: SmallSchool, tmp_path: Path) -> None:
    write_opened(own(spoken, "Mamá"), tmp_path / "opened")
    page = (tmp_path / "opened" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="es"' in page
    assert "English" not in page


def test_another_language_in_the_family_changes_nobodys_link(spoken: SmallSchool) -> None:
    before = spoken.links()
    spoken.write_sharing(STUDENT, {**MAMA, "language": "ar"}, AUNT, PANEL)
    spoken.build()
    assert spoken.links() == before
    assert set(choice(spoken, "Aunt Abena")) == {"en", "ar"}
    assert own(spoken, "Mamá").manifest["dir"] == "rtl"


def test_the_pages_of_a_language_that_nobody_has_any_more_are_gone(spoken: SmallSchool) -> None:
    spanish = own(spoken, "Mamá").blobs[0]
    listed = packed(spoken, "Mamá").tongues
    assert listed
    assert {spanish, listed[0]} <= blobs(spoken)
    spoken.write_sharing(STUDENT, {**MAMA, "language": "en"}, AUNT, PANEL)
    spoken.build()
    assert blobs(spoken).isdisjoint({spanish, listed[0]})
    assert choice(spoken, "Mamá") == {}
    assert spoken.leftovers() == []


def test_a_school_offers_its_languages_with_every_link(spoken: SmallSchool) -> None:
    before = spoken.links()
    write_text(
        spoken.root / "portfolios" / "school.yml", json.dumps({"name": "Quarry Lane", "languages": ["ar", "en"]})
    )
    spoken.build()
    assert spoken.links() == before
    assert list(choice(spoken, "Spring panel")) == ["en", "ar"]
    assert own(spoken, "Spring panel").manifest["lang"] == "en"
    assert list(choice(spoken, "Mamá")) == ["en", "ar", "es"]


@pytest.mark.parametrize(
    ("languages", "readers", "offered"),
    [
        ((), (None,), ["en"]),
        ((), ("es",), ["es"]),
        ((), ("es", "fr"), ["en", "es"]),
        ((), ("en-GB", None), ["en", "en-GB"]),
        (("es",), (None,), ["en", "es"]),
        (("es", "fr", "en"), ("ar",), ["en", "es", "ar"]),
    ],
)
def test_offered_are_the_readers_languages_and_the_schools(
    languages: tuple[str, ...], readers: tuple[str | None, ...], offered: list[str]
) -> None:
    school = School.model_validate({"name": "Quarry Lane", "languages": languages})
    found = offered_languages(school, recipients(*readers))
    assert [language.tag for language in found] == offered
    assert len(list_choices(found)) == (len(offered) if len(offered) > 1 else 0)


def test_a_language_that_has_no_words_yet_is_told_once_for_each_file(spoken: SmallSchool) -> None:
    write_text(
        spoken.root / "portfolios" / "school.yml", json.dumps({"name": "Quarry Lane", "languages": ["so", "es"]})
    )
    spoken.write_sharing(STUDENT, {**MAMA, "language": "sp"}, AUNT, {**PANEL, "language": "es-MX"})
    told = [problem for problem in check_school(spoken.settings) if "no words in this language" in problem.message]
    assert [(Path(one.file).name, one.message[:2], one.severity) for one in told] == [
        ("sharing.yml", "sp", "advice"),
        ("school.yml", "so", "advice"),
    ]


def test_a_choice_that_leads_elsewhere_is_not_published(spoken: SmallSchool) -> None:
    found = packed(spoken, "Mamá")
    assert found.tongues
    listed = BlobReference(*found.tongues)
    manifests = {tag: BlobReference(tree.blobs[0], 0) for tag, tree in choice(spoken, "Mamá").items()}
    verify_choices(spoken.site, found.identity, listed, manifests)
    with pytest.raises(WaypostError, match="offers other languages"):
        verify_choices(spoken.site, found.identity, listed, {**manifests, "es": manifests["en"]})


def test_a_choice_that_was_changed_opens_nothing(spoken: SmallSchool) -> None:
    found = packed(spoken, "Mamá")
    assert found.tongues
    path = spoken.site / "b" / f"{found.tongues[0]}.age"
    sealed = bytearray(path.read_bytes())
    sealed[-1] ^= 1
    path.write_bytes(sealed)
    with pytest.raises(SealedError):
        choice(spoken, "Mamá")
    assert own(spoken, "Mamá").manifest["lang"] == "es"
