"""JSON Schemas of the files that people write, so that editors complete and check them. Source: design, section 5."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

from .model import PLP, Part, School, Sharing
from .model.framework import Framework
from .model.glossary import Glossary
from .model.guide import Guide
from .model.self_assessment import SelfAssessment
from .model.situations import Situations
from .model.toolbox import Driver, OwnMoves, Progression

MODELS: dict[str, type[Part]] = {
    "plp": PLP,
    "school": School,
    "sharing": Sharing,
    "driver": Driver,
    "progression": Progression,
    "framework": Framework,
    "self-assessment": SelfAssessment,
    "guide": Guide,
    "glossary": Glossary,
    "situations": Situations,
    "own-moves": OwnMoves,
}
"""What each file holds: a plan's files, then the toolbox's."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"
ABOUT = frozenset({"title", "description", "default"})
NOTHING = {"type": "null"}


def build_schema(name: str, school: School | None = None) -> dict[str, Any]:
    """The JSON Schema of the file that MODELS calls `name`, such as plp for plp.yml.

    It takes what the loader takes. Unknown keys are refused, except the fields that `school` adds. Descriptions name
    the part of the PLP manual that a field answers.
    """
    schema: dict[str, Any] = {"$schema": DIALECT, **MODELS[name].model_json_schema(by_alias=True)}
    models = {model.__name__: model for model in _parts(MODELS[name])}
    own = school.fields if school and name == "plp" else {}
    for title, part in {schema["title"]: schema, **schema.get("$defs", {})}.items():
        if title not in models:
            continue
        part["properties"] = {
            key: _as_loaded(field, models[title].manual if key != "for" else "", key in part.get("required", ()))
            for key, field in part["properties"].items()
        }
        part["additionalProperties"] = False
        for field in own.get(models[title].kind, ()):  # type: ignore[call-overload]
            part["properties"][field.name] = {"title": field.label, "description": field.description or field.label}
    schema["title"] = f"{name}.yml"
    return schema


def write_schemas(folder: Path, school: School | None = None) -> list[Path]:
    """Writes every schema below `folder`, as <name>.schema.json; returns the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name in MODELS:
        path = folder / f"{name}.schema.json"
        path.write_text(json.dumps(build_schema(name, school), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        paths.append(path)
    return paths


def _as_loaded(field: dict[str, Any], manual: str, required: bool) -> dict[str, Any]:
    """The schema of a field that accepts what the loader accepts, with the manual's part in its description."""
    about = {key: value for key, value in field.items() if key in ABOUT}
    if manual and "PLP manual" not in about["description"]:
        about["description"] += f" (PLP manual: {manual})"
    rule = _with_numbers({key: value for key, value in field.items() if key not in ABOUT})
    if required:
        return {**rule, **about}
    # A name with nothing behind it counts as left out.
    ways = rule.get("anyOf", [rule])
    return {"anyOf": ways if NOTHING in ways else [*ways, NOTHING], **about}


def _with_numbers(rule: dict[str, Any]) -> dict[str, Any]:
    """A rule under which a number may stand where a text may: the loader reads both as written."""
    if "anyOf" in rule:
        return {**rule, "anyOf": [_with_numbers(one) for one in rule["anyOf"]]}
    if "prefixItems" in rule:
        return {**rule, "prefixItems": [_with_numbers(one) for one in rule["prefixItems"]]}
    if "items" in rule:
        return {**rule, "items": _with_numbers(rule["items"])}
    if rule.get("type") == "string" and not {"pattern", "enum"} & rule.keys():
        return {**rule, "type": ["string", "number"]}
    return rule


def _parts(held: Any) -> set[type[Part]]:
    """Every part that a file of this model can hold. Parts of different files may have the same name."""
    if isinstance(held, type) and issubclass(held, Part):
        return {held}.union(*(_parts(field.annotation) for field in held.model_fields.values()))
    return set().union(*(_parts(inner) for inner in get_args(held)))
