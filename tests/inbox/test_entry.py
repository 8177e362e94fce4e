"""An entry goes to the end of a list in somebody's plan, and nothing else of the file moves."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replies import PLAN
from waypost.entry import Entry, with_entry, write_entry
from waypost.errors import InputProblems
from waypost.load.documents import read_document
from waypost.model.reply import plain_line, plain_text

ENTRY: Entry = {"id": "reply-1", "by": "family", "about": ["repair"], "text": "### One\n\nTwo: # three\n\n- four"}
READ = dict(ENTRY)
ENDINGS = {
    "no list yet": "plan:\n  name: Amara\n",
    "no line end": "plan:\n  name: Amara",
    "an empty list and a remark": "reflections: []  # none yet\ngoals:\n- {id: a, title: b}\n",
    "nothing behind the colon": "reflections:\n  # soon\n\ngoals: []\n",
    "null": "reflections: null\nplan: {name: Amara}\n",
    "the last list of the file": "plan: {name: Amara}\nreflections:\n- id: a\n  text: |\n    b\n    # c\n\n# end\n",
    "a folded text": "reflections:\n    - id: a\n      text: >-\n        b\n\n        c\n\n# d\ngoals: []\n",
    "a plan with remarks": PLAN,
}


@pytest.mark.parametrize("plan", ENDINGS.values(), ids=ENDINGS)
def test_every_other_line_stays_as_it_was(plan: str) -> None:
    written = with_entry(plan, "reflections", ENTRY)
    document, problems = read_document(written.encode(), "plp.yml")
    before, _ = read_document(plan.encode(), "plp.yml")
    assert problems == []
    assert document
    assert before
    assert document.data == {**before.data, "reflections": [*(before.data.get("reflections") or []), READ]}
    lines = iter(written.splitlines())
    kept = [line for line in plan.splitlines() if not line.startswith("reflections:")]
    assert [line for line in kept if line not in lines] == []
    assert [remark for remark in plan.split("#")[1:] if f"#{remark.splitlines()[0]}" not in written] == []


said = st.text(
    st.one_of(st.sampled_from([*"#:-|>'\"&*!%@`[]{}, \n\\~"]), st.characters(exclude_categories=("Cs",))), max_size=60
)


@given(st.lists(st.tuples(said, said.map(plain_text).filter(bool)), min_size=1, max_size=3))
def test_whatever_is_entered_is_read_back_as_it_is(texts: list[tuple[str, str]]) -> None:
    plan, wanted = PLAN, []
    for number, (name, text) in enumerate(texts):
        entry: Entry = {"id": f"reply-{number}", "name": f"{plain_line(name)} (x)", "text": f"### H\n\n{text}"}
        plan = with_entry(plan, "reflections", entry)
        wanted.append(entry)
    document, problems = read_document(plan.encode(), "plp.yml")
    assert problems == []
    assert document
    assert document.data["reflections"][1:] == wanted
    assert document.data["revisions"] == []


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no mark", "mark"])
def test_line_ends_and_mark_of_the_file_stay(tmp_path: Path, mark: bytes) -> None:
    path = tmp_path / "plp.yml"
    path.write_bytes(mark + PLAN.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    write_entry(path, "plp.yml", "reflections", ENTRY)
    data = path.read_bytes()
    assert data.startswith(mark + b"# The plan")
    assert data.count(b"\n") == data.count(b"\r\n") > PLAN.count("\n")
    assert path.stat().st_mode & 0o777 == 0o640
    assert [file.name for file in tmp_path.iterdir()] == ["plp.yml"]


def test_plan_never_grows_beyond_what_a_build_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("waypost.entry.LARGEST_TEXT", len(PLAN) + 40)
    path = tmp_path / "plp.yml"
    path.write_text(PLAN)
    with pytest.raises(InputProblems, match="too large to be read"):
        write_entry(path, "plp.yml", "reflections", ENTRY)
    assert path.read_text() == PLAN


@pytest.mark.parametrize(
    ("plan", "place"),
    [
        ("reflections: [{id: a, text: b}]\n", "plp.yml:1:14: reflections: write it as a list"),
        ("plan: {name: Amara}\nreflections: none\n", "plp.yml:2:14: reflections: write it as a list"),
        ('{"plan": {"name": "Amara"}}\n', "plp.yml:1:1: reflections: write it as a list"),
        ("plan:\n  name: Amara\n name: b\n", "plp.yml:3:"),
        ("plan: {name: a}\nplan: {name: b}\n", "plp.yml:2:1:"),
    ],
    ids=["in brackets", "a text", "in braces", "not YAML", "a key twice"],
)
def test_plan_without_room_is_told_and_stays_as_it_was(tmp_path: Path, plan: str, place: str) -> None:
    path = tmp_path / "plp.yml"
    path.write_text(plan)
    with pytest.raises(InputProblems) as told:
        write_entry(path, "plp.yml", "reflections", ENTRY)
    assert told.value.message.startswith(place)
    assert path.read_text() == plan
