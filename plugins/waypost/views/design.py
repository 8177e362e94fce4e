"""How a portfolio looks, the same for every audience."""

from __future__ import annotations

from dataclasses import dataclass

from waypost.model.design import Accent, Design, Shade, Theme, fit_accent


@dataclass(frozen=True)
class DesignView:
    """A theme, and the learner's own colour by day and by night, or None for the theme's."""

    theme: Theme = "paper"
    light: Accent | None = None
    dark: Accent | None = None


def build_design_view(design: Design) -> DesignView:
    """The look that `design` asks for, its colour fitted to the theme."""
    return DesignView(design.theme, _accent(design, "light"), _accent(design, "dark"))


def _accent(design: Design, shade: Shade) -> Accent | None:
    given = design.given(shade)
    return fit_accent(given, design.theme, shade) if given else None
