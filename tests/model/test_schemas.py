"""The published JSON Schemas are current, and say of a file what the loader would say."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from waypost.cli import main
from waypost.load import load_document, load_school
from waypost.model import School
from waypost.schemas import MODELS, build_schema, write_schemas

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "content" / "schemas"
SAMPLES = ROOT / "portfolios"
TOOLBOX = ROOT / "toolbox"
FOLDERS = {"driver-model": "driver", "progressions": "progression"}
FILES = [
    *(SAMPLES / "school.yml", *sorted(SAMPLES.glob("*/plp.yml")), *sorted(SAMPLES.glob("*/sharing.yml"))),
    *sorted(TOOLBOX.glob("driver-model/*.yml")),
    *sorted(TOOLBOX.glob("progressions/*.yml")),
    *(TOOLBOX / f"{name}.yml" for name in ("framework", "self-assessment", "guide", "glossary", "situations")),
]
NAMES = tuple(MODELS)
NULL = {"type": "null"}
Schema = dict[str, Any]


def named(name: str) -> Schema:
    schema: Schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return schema


def schema_of(file: Path) -> str:
    """The name of the schema of a sample file."""
    return FOLDERS.get(file.parent.name, file.stem)


def parts_of(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """Every mapping that a schema describes."""
    for title, part in {schema["title"]: schema, **schema.get("$defs", {})}.items():
        if part.get("type") == "object":
            yield title, part


PARTS = [(name, title, part) for name in NAMES for title, part in parts_of(named(name))]
FIELDS = [
    pytest.param(part, key, id=f"{name}-{title}-{key}") for name, title, part in PARTS for key in part["properties"]
]


def test_the_schemas_that_are_published_are_those_that_the_command_writes(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["-f", str(ROOT / "mkdocs.yml"), "schema", "--to", str(tmp_path)])
    assert result.exit_code == 0
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {path.name: path.read_bytes() for path in SCHEMAS.iterdir()}
    plan, toolbox = {"plp", "school", "sharing"}, {"driver", "progression", "framework", "self-assessment", "guide"}
    assert {f"{name}.schema.json" for name in plan | toolbox} <= set(written)


@pytest.mark.parametrize("name", NAMES)
def test_a_published_schema_is_built_from_the_model_and_the_sample_school(name: str) -> None:
    school = load_school(SAMPLES / "school.yml").school
    assert school is not None
    assert build_schema(name, school) == named(name)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_schema_is_built_every_time(name: str, tmp_path: Path) -> None:
    write_schemas(tmp_path / "one")
    write_schemas(tmp_path / "two")
    file = f"{name}.schema.json"
    assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_a_schools_own_fields_stand_in_the_plan_and_nowhere_else() -> None:
    own = {"name": "house", "label": "House", "description": "Which house the learner is in."}
    school = School.model_validate({"name": "A school", "fields": {"goal": [own], "plp": [own]}})
    plain, with_own = build_schema("plp"), build_schema("plp", school)
    field = {"title": "House", "description": "Which house the learner is in."}
    assert with_own["$defs"]["Goal"]["properties"].pop("house") == field
    assert with_own["properties"].pop("house") == field
    assert with_own == plain
    for name in set(NAMES) - {"plp"}:
        assert build_schema(name, school) == build_schema(name)


@pytest.mark.parametrize(("name", "title", "part"), PARTS, ids=[f"{name}-{title}" for name, title, _ in PARTS])
def test_unknown_keys_are_refused(name: str, title: str, part: Schema) -> None:
    assert part["additionalProperties"] is False
    assert part["description"]


@pytest.mark.parametrize(("part", "key"), FIELDS)
def test_every_field_says_what_belongs_there(part: Schema, key: str) -> None:
    field = part["properties"][key]
    # A part of its own kind has its title with its kind; a school's own field may have a label of one word.
    assert len(field["description"]) >= 8
    assert "title" in field or "$ref" in json.dumps(field)


@pytest.mark.parametrize(("part", "key"), FIELDS)
def test_a_field_may_be_left_blank_unless_it_is_needed(part: Schema, key: str) -> None:
    field = part["properties"][key]
    if "anyOf" not in field and len(field) == 2:
        # A school's own field: nothing is said of its value.
        assert field.keys() == {"title", "description"} or "$ref" in field
    else:
        assert (NULL in field.get("anyOf", ())) == (key not in part.get("required", ()))


@pytest.mark.parametrize(
    ("name", "title", "key"),
    [
        ("plp", "PlanInformation", "student_id"),
        ("plp", "PlanInformation", "advisory"),
        ("plp", "PlanInformation", "ask_me"),
        ("plp", "Goal", "title"),
        ("plp", "Baseline", "result"),
        ("school", "Level", "name"),
    ],
)
def test_a_number_may_stand_where_a_text_may(name: str, title: str, key: str) -> None:
    assert '"type": ["string", "number"]' in json.dumps(named(name)["$defs"][title]["properties"][key])


def test_a_text_may_stand_for_a_part_that_needs_nothing_else() -> None:
    plan, school, sharing = named("plp"), named("school"), named("sharing")
    text = {"type": ["string", "number"]}
    for key in ("strengths", "values", "influences", "interests", "challenges"):
        assert text in plan["$defs"]["Profile"]["properties"][key]["anyOf"][0]["items"]["anyOf"]
    assert text in plan["$defs"]["Meeting"]["properties"]["participants"]["anyOf"][0]["items"]["anyOf"]
    assert text in plan["$defs"]["Evidence"]["properties"]["people"]["anyOf"][0]["items"]["anyOf"]
    # A pathway needs an id, and a recipient an audience.
    assert school["properties"]["pathways"]["anyOf"][0]["items"] == {"$ref": "#/$defs/Pathway"}
    assert sharing["properties"]["recipients"]["anyOf"][0]["items"] == {"$ref": "#/$defs/Recipient"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_sample_files_name_their_schema_in_their_first_line(file: Path) -> None:
    first = file.read_text(encoding="utf-8").splitlines()[0]
    match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert match
    assert (file.parent / match[1]).resolve() == SCHEMAS / f"{schema_of(file)}.schema.json"


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_sample_files_have_the_form_that_their_schema_describes(file: Path) -> None:
    document, problems = load_document(file, file.name)
    assert problems == []
    assert document is not None
    schema = named(schema_of(file))
    assert list(misfits(document.data, schema, schema, file.name)) == []


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ({"plan": {"name": "A"}, "extra": "b"}, "plp.yml.extra"),
        ({"profile": {"about": "b"}}, "plp.yml.plan"),
        ({"plan": {"name": "A", "started": "1 May"}}, "plp.yml.plan.started"),
        ({"plan": {"name": "A"}, "goals": [{"id": "a", "title": "b", "term": "soon"}]}, "plp.yml.goals.0.term"),
        ({"plan": {"name": "A"}, "goals": {"id": "a"}}, "plp.yml.goals"),
        ({"plan": {"name": ["A"]}}, "plp.yml.plan.name"),
        ({"plan": {"name": "A"}, "evidence": [{"id": "a", "title": "b", "for": ["all"]}]}, "plp.yml.evidence.0.for.0"),
    ],
)
def test_what_does_not_have_that_form_is_found(data: Schema, where: str) -> None:
    schema = named("plp")
    assert list(misfits(data, schema, schema, "plp.yml")) == [where]


@pytest.mark.parametrize(("names", "where"), [("ab", ["levels.2"]), ("abc", []), ("abcd", ["levels.3"])])
def test_a_driver_names_each_of_its_three_levels(names: str, where: list[str]) -> None:
    schema = named("driver")
    assert list(misfits(list(names), schema["properties"]["levels"], schema, "levels")) == where


def misfits(data: Any, rule: Schema, schema: Schema, where: str) -> Iterator[str]:
    """Where data as the loader reads it (all texts, no numbers) has another form than a rule of `schema`."""
    ways = [resolved for way in rule.get("anyOf", [rule]) if (resolved := resolve(way, schema)) != NULL]
    kinds = {"object": dict, "array": list}
    fitting = [way for way in ways if isinstance(data, kinds.get(str(way.get("type")), str))]
    if data is None or (fitting and not {"type", "enum"} & fitting[0].keys()):
        return
    if not fitting:
        yield where
        return
    way = fitting[0]
    if isinstance(data, dict):
        yield from (f"{where}.{key}" for key in way.get("required", ()) if data.get(key) is None)
        properties, others = way.get("properties", {}), way.get("additionalProperties", True)
        for key, value in data.items():
            if key not in properties and others is False:
                yield f"{where}.{key}"
            else:
                yield from misfits(
                    value, properties.get(key, others if others is not True else {}), schema, f"{where}.{key}"
                )
    elif isinstance(data, list):
        rules: list[Schema] = way.get("prefixItems") or [way["items"]] * len(data)
        pairs: Iterator[tuple[Any, Schema]] = itertools.zip_longest(data, rules, fillvalue={"enum": []})
        for index, (value, inner) in enumerate(pairs):
            yield from misfits(value, inner, schema, f"{where}.{index}")
    elif data not in way.get("enum", [data]) or not re.search(way.get("pattern", ""), data):
        yield where


def resolve(rule: Schema, schema: Schema) -> Schema:
    if "$ref" not in rule:
        return rule
    part: Schema = schema["$defs"][rule["$ref"].rpartition("/")[2]]
    return part
