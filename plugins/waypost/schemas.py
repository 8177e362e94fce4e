"""JSON Schemas of the files that people write, so that editors complete and check them. Source: design, section 5."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .model import PLP, Part, School, Sharing

MODELS: dict[str, type[Part]] = {"plp": PLP, "school": School, "sharing": Sharing}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def build_schema(name: str, school: School | None = None) -> dict[str, Any]:
    """The JSON Schema of plp.yml, school.yml or sharing.yml (`name`: plp, school, sharing).

    Unknown keys are refused, except the fields that `school` adds.
    """
    written = MODELS[name].model_json_schema(by_alias=True)
    schema: dict[str, Any] = {"$schema": DIALECT, **written, "title": f"{name}.yml"}
    kinds = {model.__name__: model.kind for model in _parts(Part)}
    own = school.fields if school and name == "plp" else {}
    for title, part in {"PLP": schema, **schema.get("$defs", {})}.items():
        if part.get("type") != "object" or "properties" not in part:
            continue
        part["additionalProperties"] = False
        for field in own.get(kinds.get(title, ""), ()):  # type: ignore[call-overload]
            part["properties"][field.name] = {"title": field.label, "description": field.description or field.label}
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


def _parts(model: type[Part]) -> list[type[Part]]:
    return [one for child in model.__subclasses__() for one in (child, *_parts(child))]
