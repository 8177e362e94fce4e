"""A set of moves that goes out as a file or a link comes in as it was."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SCRIPTS = Path(__file__).parents[2] / "theme" / "scripts"

# What a browser's field can hold: no half of a pair of surrogates, and no carriage return.
TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r"), max_size=40)
DAY = st.dates().map(str)
MOVE = st.fixed_dictionaries(
    {
        "id": st.from_regex(r"[a-z0-9][a-z0-9-]{0,79}", fullmatch=True),
        "note": TEXT,
        "tried": st.just("") | DAY,
        "happened": TEXT,
    }
)
CONTENT = st.fixed_dictionaries(
    {"name": TEXT, "moves": st.lists(MOVE, max_size=6, unique_by=lambda move: str(move["id"]))}
)
TRIPS = """
import { readFileSync } from "node:fs";
import { fileOf, readFile } from "%(scripts)s/tray/file.js";
import { fragmentOf, readFragment } from "%(scripts)s/tray/link.js";
import { merged } from "%(scripts)s/tray/content.js";
const all = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(all.map((each, place) => ({
  file: readFile(fileOf(each)),
  link: readFragment("#" + fragmentOf(each, true)),
  bare: readFragment(fragmentOf(each, false)),
  merged: merged(each, all.at(place - 1)),
}))));
"""


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(CONTENT, min_size=2, max_size=40))
def test_what_goes_out_comes_in_equal(contents: list[dict[str, Any]]) -> None:
    script = TRIPS % {"scripts": SCRIPTS.as_uri()}
    ran = subprocess.run(
        ["node", "--input-type=module", "-e", script], input=json.dumps(contents), capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    for place, (content, trips) in enumerate(zip(contents, json.loads(ran.stdout), strict=True)):
        assert trips["file"] == content
        assert trips["link"] == content
        bare = [{"id": move["id"], "note": "", "tried": "", "happened": ""} for move in content["moves"]]
        assert trips["bare"] == {"name": content["name"], "moves": bare}
        mine = [move["id"] for move in content["moves"]]
        theirs = [move["id"] for move in contents[place - 1]["moves"]]
        together = [move["id"] for move in trips["merged"]["moves"]]
        assert together == [*mine, *(id_ for id_ in theirs if id_ not in mine)]
        for move, after in zip(content["moves"], trips["merged"]["moves"], strict=False):
            assert all(after[field] == text for field, text in move.items() if text)
