"""A folder whose name is no text: it is told, and costs nobody but itself."""

from __future__ import annotations

import shutil

from schools import SmallSchool
from waypost.checking import check_named, check_school

AMARA, TEODOR = "amara-osei", "teodor-lindqvist"
TOLD = ["portfolios/\\udcff:0:0: this folder has a name that is not written in UTF-8: rename it"]


def test_folder_whose_name_is_no_text_is_told_and_costs_nobody_else(school: SmallSchool) -> None:
    links = school.links()
    shutil.copytree(school.folder(AMARA), school.folder("\udcff"))
    assert school.links() == links
    build = school.build()
    assert (build.published, build.kept, build.missing) == ((AMARA, TEODOR), (), ())
    assert list(map(str, build.problems)) == TOLD
    assert list(map(str, check_school(school.settings))) == TOLD
    assert list(map(str, check_named(school.settings, [school.folder("\udcff")]))) == TOLD
    assert school.open(links[AMARA, "Family"]).name == "Amara Osei"
