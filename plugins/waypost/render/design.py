"""A learner's look as pages carry it: an attribute of the root element, and four colours beside the style sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from waypost.views.design import DesignView


def design_data(design: DesignView) -> dict[str, Any]:
    """The look as the manifest holds it: the `theme`, and under `accent` each custom property with its colour."""
    if design.light is None or design.dark is None:
        return {"theme": design.theme, "accent": {}}
    accent = {
        "--day": design.light.colour,
        "--day-tone": design.light.tone,
        "--night": design.dark.colour,
        "--night-tone": design.dark.tone,
    }
    return {"theme": design.theme, "accent": accent}


def accent_rule(data: Mapping[str, Any]) -> str:
    """The rule of style that gives a page the learner's colours, from `design_data`; empty where they have none."""
    accent = data.get("accent") or {}
    return f":root{{{';'.join(f'{name}:{colour}' for name, colour in accent.items())}}}" if accent else ""
