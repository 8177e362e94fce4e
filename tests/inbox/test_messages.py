"""What `waypost inbox` says to each thing that can come in, word for word.

`WAYPOST_GOLDEN=write` writes what is said into the file, to be read before it is believed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from replies import PLAN, armored, reply, sealed, start_plan
from schools import SmallSchool, start_school
from waypost.cli import main
from waypost.seal.age import seal_bytes
from waypost.seal.derivation import MasterKey

GOLDEN = Path(__file__).parents[1] / "golden" / "inbox" / "messages.json"
AMARA = "amara-osei"
Make = Callable[[SmallSchool], bytes]


def changed(**changes: Any) -> Make:
    return lambda school: sealed(school, reply(school, AMARA, **changes))


def foreign(school: SmallSchool) -> bytes:
    return seal_bytes(b"{}", MasterKey(bytes(32)).post_identity())


def damaged(school: SmallSchool) -> bytes:
    data = bytearray(changed()(school))
    data[-1] ^= 1
    return bytes(data)


def two_of_them(school: SmallSchool) -> bytes:
    first, second = (armored(school, reply(school, AMARA, name=name)) for name in ("Ana", "Bea"))
    return f"First:\n{first}\nSecond:\n> {second}".encode()


def taken_back(school: SmallSchool) -> bytes:
    content = changed()(school)
    school.write_sharing(AMARA, {"name": "Family", "audience": "family", "link": 3})
    return content


def past(school: SmallSchool) -> bytes:
    content = changed()(school)
    school.write_sharing(AMARA, {"name": "Family", "audience": "family", "until": "2020-01-01", "passphrase": "yes"})
    return content


def struck_out(school: SmallSchool) -> bytes:
    content = changed()(school)
    school.write_sharing(AMARA, {"name": "Grandmother", "audience": "family"})
    return content


def without_plan(school: SmallSchool) -> bytes:
    (school.folder(AMARA) / "plp.yml").unlink()
    return changed()(school)


def with_broken_plan(school: SmallSchool) -> bytes:
    (school.folder(AMARA) / "plp.yml").write_text(PLAN.replace("plan:", "plan", 1))
    return changed()(school)


CASES: dict[str, Make] = {
    "a reply": changed(),
    "about a step": changed(about="ask"),
    "about something that is gone": changed(about="bridge"),
    "a text with words around it": lambda school: f"Hi!\n{armored(school, reply(school, AMARA))}\nBye".encode(),
    "two in one message": two_of_them,
    "control characters": changed(name="Ana\u001b[31m\nBea", answers={"question": "\u202eevil\u0007\r\nline\ttwo "}),
    "a link that was taken back": taken_back,
    "a link whose day has passed": past,
    "a recipient who was struck out": struck_out,
    "another link's id": lambda school: sealed(school, reply(school, AMARA, proof="0" * 32)),
    "another school": foreign,
    "damaged": damaged,
    "cut short": lambda school: armored(school, reply(school, AMARA))[:600].encode(),
    "no reply at all": lambda _: b"Dear advisor",
    "huge": lambda _: b"x" * 300_000,
    "not JSON": lambda school: sealed(school, b"\xff\x00 hello"),
    "deep JSON": lambda school: sealed(school, b"[" * 100_000),
    "half a character": lambda school: sealed(school, json.dumps(reply(school, AMARA, name="\ud800")).encode()),
    "nothing said": changed(answers={"noticed": " \n\t "}),
    "nobody's name": changed(name="\u0000"),
    "too long": changed(answers={"noticed": "x" * 4001}),
    "a newer version": changed(v=2),
    "a plan that is gone": without_plan,
    "a plan with a mistake": with_broken_plan,
}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SmallSchool]:
    school = start_school(tmp_path / "school")
    start_plan(school, AMARA)
    monkeypatch.chdir(school.root)
    monkeypatch.delenv("WAYPOST_MASTER_KEY", raising=False)
    return school


def say(*words: str, typed: bytes = b"") -> dict[str, Any]:
    done = CliRunner().invoke(main, ["inbox", *words], input=typed)
    return {"code": done.exit_code, "said": done.stdout.splitlines(), "told": done.stderr.splitlines()}


def test_everything_is_told_in_these_words(desk: SmallSchool, tmp_path: Path) -> None:
    found = {}
    for name, make in CASES.items():
        start_plan(desk, AMARA)
        (desk.folder(AMARA) / "sharing.yml").unlink(missing_ok=True)
        (desk.root / "reply.age").write_bytes(make(desk))
        found[name] = say("--file", "reply.age")
    if os.environ.get("WAYPOST_GOLDEN") == "write":
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert found == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_nothing_is_filed_unasked(desk: SmallSchool) -> None:
    (desk.root / "reply.age").write_bytes(changed()(desk))
    said = say("reply.age")
    assert said["code"] == 0
    assert "Nothing was filed. To file it, run this again with --file." in said["said"]
    assert (desk.folder(AMARA) / "plp.yml").read_text() == PLAN


def test_pasted_text_is_filed_once_however_it_comes(desk: SmallSchool) -> None:
    content = reply(desk, AMARA)
    first = say("--yes", "-", typed=armored(desk, content).encode())
    plan = (desk.folder(AMARA) / "plp.yml").read_text()
    (desk.root / "reply.age").write_bytes(sealed(desk, content))
    again = say("--file", "reply.age", "-", typed=armored(desk, content).encode())
    assert first["code"] == again["code"] == 0
    assert sum("already, on line" in line for line in again["said"]) == 2
    assert (desk.folder(AMARA) / "plp.yml").read_text() == plan
    assert plan.count("What broke?") == 1


def test_one_that_does_not_open_keeps_no_other_out(desk: SmallSchool) -> None:
    (desk.root / "bad.age").write_bytes(damaged(desk))
    (desk.root / "good.age").write_bytes(changed()(desk))
    said = say("--file", "bad.age", "good.age")
    assert said["code"] == 3
    assert "What broke?" in (desk.folder(AMARA) / "plp.yml").read_text()


def test_file_that_is_not_there_is_wrong_usage(desk: SmallSchool) -> None:
    said = say("--file", "nowhere.age")
    assert (said["code"], said["said"]) == (2, [])
    assert said["told"] == [
        "nowhere.age: there is no such file. Name the files as they were saved, or - to paste a text."
    ]
