"""Templates are compiled once for a school's builds, and only what its own builds compiled is run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment

from schools import SmallSchool
from waypost.render import templates
from waypost.render.templates import compiled_code

AMARA = "amara-osei"


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The templates that are compiled from here on, in a process that has none at hand."""
    names: list[str] = []
    generate = Environment._generate

    def noted(self: Environment, source: object, name: str, *given: object, **named: object) -> str:
        names.append(name)
        return generate(self, source, name, *given, **named)  # type: ignore[arg-type, no-any-return]

    monkeypatch.setattr(Environment, "_generate", noted)
    start_anew()
    yield names
    start_anew()


def start_anew() -> None:
    compiled_code().clear()
    templates._environment.cache_clear()


def change(school: SmallSchool, number: int) -> None:
    plan = school.folder(AMARA) / "plp.yml"
    plan.write_text(plan.read_text().replace("I am Amara", f"I am Amara number {number}, once"))


def kept(school: SmallSchool) -> Path:
    return school.cache / "templates.json"


def test_next_build_compiles_nothing(school: SmallSchool, compiled: list[str]) -> None:
    kept(school).unlink(missing_ok=True)
    change(school, 1)
    assert school.build().rebuilt
    assert "goals.html" in compiled
    compiled.clear()
    start_anew()
    change(school, 2)
    assert school.build().rebuilt
    assert compiled == []


@pytest.mark.parametrize("harm", ["changed", "foreign", "cut off", "gone"])
def test_compiled_code_that_is_not_the_schools_own_is_never_run(
    school: SmallSchool, compiled: list[str], harm: str
) -> None:
    change(school, 1)
    school.build()
    written = kept(school).read_bytes()
    code, _, body = written.partition(b"\n")
    rows = dict.fromkeys(json.loads(body), "AAAA")
    harmed = {
        "changed": code + b"\n" + json.dumps(rows).encode(),
        "foreign": b"0" * 64 + b"\n" + body,
        "cut off": written[: len(written) // 2],
        "gone": None,
    }[harm]
    kept(school).unlink()
    if harmed is not None:
        kept(school).write_bytes(harmed)
    compiled.clear()
    start_anew()
    change(school, 2)
    assert school.build().rebuilt
    assert "goals.html" in compiled
    assert "Amara number 2" in school.open(school.link(AMARA)).text
    assert kept(school).read_bytes() != harmed
