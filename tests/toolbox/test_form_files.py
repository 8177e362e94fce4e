"""Whatever is typed into the form for a move, the file that it hands out is read back as it was meant."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from waypost.load.toolbox import load_toolbox
from waypost.model.toolbox import OwnMove
from waypost.render.place import toolbox_dir
from waypost.render.toolbox.form import move_rules

SCRIPTS = Path(__file__).parents[2] / "theme" / "scripts" / "form"
NASTY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from([*"\"'\\#:-?&*!|>%@`{}[], \n\t\r", "\u2028", "\u0085", "\x00", "\x7f", "\ufeff", "\U0001f33b"]),
        st.sampled_from(["\ud800", "\udfff", "\uffff", "\U0010ffff"]),
    ),
    max_size=60,
)
WORST = st.sampled_from(
    ["no", "~", "null", "- x", "a: b", "# x", "'", '"', "{{ x }}", "%TAG", "---", "...", "!!int 3", "0x1f"]
)
LIKELY = st.one_of(NASTY, WORST, st.tuples(WORST, NASTY).map("".join))
TYPED = st.builds(
    lambda text, see, works, words, why: {
        "text": f"Do this {text}",
        "see": "\n".join([*(f"see {one}" for one in see), "they wait for me", "nobody asks"]),
        "works_when": f"It works {works}",
        "keywords": ", ".join([*words, "opener", "bell ringer", "warm-up"]),
        "why": why,
        "author": text,
        "home": "element",
        "element": "relationships",
        "level": "2",
        "who": "teacher",
    },
    LIKELY,
    st.lists(LIKELY, max_size=4),
    LIKELY,
    st.lists(LIKELY, max_size=5),
    LIKELY,
)
WRITE = """
import { readFileSync } from "node:fs";
import { entryOf, faultsOf } from "%(scripts)s/entry.js";
import { writeYaml } from "%(scripts)s/yaml.js";
const { all, rules } = JSON.parse(readFileSync(0, "utf8"));
const labels = { by: "Suggested by", why: "Why:" };
const free = { rules, isEmpty: () => false, taken: () => false, reserved: () => false };
console.log(JSON.stringify(all.map((typed) => {
  const entry = entryOf(typed, [], free);
  return faultsOf(entry, free).size ? null : writeYaml(entry, labels);
})));
"""


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(st.lists(TYPED, min_size=5, max_size=25))
def test_whatever_is_typed_is_read_back_as_it_is(all_typed: list[dict[str, str]]) -> None:
    named = [typed | {"id": f"own-{number}"} for number, typed in enumerate(all_typed)]
    files = {typed["id"]: file for typed, file in zip(named, written(named), strict=True) if file is not None}
    moves = loaded(files)
    assert moves.keys() == files.keys()
    for typed in named:
        if typed["id"] in moves:
            move = moves[typed["id"]]
            assert move.text == plain(typed["text"])
            assert list(move.see) == plain_list(typed["see"], r"[\r\n\u2028\u2029]+")
            assert move.works_when == plain(typed["works_when"])
            assert list(move.keywords) == plain_list(typed["keywords"], r"[,;\r\n\u2028\u2029]+")


def test_plain_words_are_written() -> None:
    typed = {"see": "a b c\nd e f", "works_when": "It goes on by itself.", "keywords": "opener, warm-up, start"}
    choices = {"home": "element", "element": "relationships", "level": "2", "who": "teacher", "id": "own-plain"}
    (file,) = written([{"text": "Hand the first question to a learner."} | typed | choices])
    assert file is not None


def written(all_typed: list[dict[str, str]]) -> list[str | None]:
    """The file for each; None where the form asks to mend something first."""
    script = WRITE % {"scripts": SCRIPTS.as_uri()}
    asked = json.dumps({"all": all_typed, "rules": move_rules()})
    ran = subprocess.run(["node", "--input-type=module", "-e", script], input=asked, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    files: list[str | None] = json.loads(ran.stdout)
    return files


def loaded(files: dict[str, str]) -> dict[str, OwnMove]:
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / f"{name}.yml").write_bytes(content.encode())
        found = load_toolbox(toolbox_dir(), None, Path(folder))
    assert found.problems == ()
    assert found.toolbox
    return {move.id: move for move in found.toolbox.own}


def plain(typed: str) -> str:
    # As browsers have it, for whom the byte order mark is a space.
    kept = "".join(one for one in typed if not impossible(one))
    return re.sub(r"[\s\ufeff\x00-\x1f\x7f-\x9f]+", " ", kept).strip(" ")


def impossible(one: str) -> bool:
    code = ord(one)
    return 0xD800 <= code <= 0xDFFF or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def plain_list(typed: str, between: str) -> list[str]:
    return list(dict.fromkeys(filter(None, map(plain, re.split(between, typed)))))
