"""A made-up school on disk, as Waypost reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from pictures import write_picture
from plans import LEVELS, PATHWAYS, PICTURES, PROFICIENCIES, Plan

SCHOOL = {
    "name": "Bench River School",
    "language": "en",
    "contact": "Ask the office at Bench River School.",
    "scales": [{"id": "growth", "levels": [{"id": one, "name": one.capitalize()} for one in LEVELS]}],
    "proficiencies": [{"id": one, "name": one.capitalize()} for one in PROFICIENCIES],
    "pathways": [{"id": one, "name": one.capitalize()} for one in PATHWAYS],
}
SETTINGS = {"site_name": SCHOOL["name"], "site_url": "http://127.0.0.1:8000/", "plugins": [{"waypost": {}}]}
FAMILY_ALONE = {"recipients": [{"name": "Family", "audience": "family"}]}
FOLDED = 90


class _Dumper(yaml.SafeDumper):
    """Writes long texts folded, as people do."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - every value is written out where it stands
        return True


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style=">" if len(text) > FOLDED else None
    ),
)


def write_school(folder: Path) -> None:
    """Writes school.yml and mkdocs.yml into a new `folder`."""
    (folder / "portfolios").mkdir(parents=True)
    write_yaml(folder / "mkdocs.yml", SETTINGS)
    write_yaml(folder / "portfolios" / "school.yml", SCHOOL)


def write_learner(school: Path, plan: Plan, images: int, audiences: int) -> int:
    """Writes a learner's folder into the `school`, for one audience or for two; returns the bytes of text in it."""
    folder = school / "portfolios" / plan.folder
    (folder / "evidence").mkdir(parents=True)
    write_yaml(folder / "plp.yml", plan.content)
    if audiences == 1:
        write_yaml(folder / "sharing.yml", FAMILY_ALONE)
    for name, text in plan.essays.items():
        (folder / name).write_text(text + "\n", encoding="utf-8")
    for count in range(1, images + 1):
        name = PICTURES.format(count)
        write_picture(folder / "evidence" / name, f"{plan.folder} {name}")
    return sum((folder / name).stat().st_size for name in ("plp.yml", *plan.essays))


def change_sentence(school: Path, plan: Plan, text: str) -> None:
    """Changes one sentence of a learner's plan, and nothing else."""
    path = school / "portfolios" / plan.folder / "about.md"
    path.write_text(f"{plan.essays['about.md']}\n\n{text}\n", encoding="utf-8")


def write_yaml(path: Path, content: dict[str, Any]) -> None:
    """Writes a mapping as YAML, in the order that it has."""
    path.write_text(
        yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120), encoding="utf-8"
    )
