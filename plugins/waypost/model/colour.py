"""Colours as `#rrggbb`: how far two can be told apart, and the nearest that can be. Source: WCAG 2.2, 1.4.3."""

from __future__ import annotations

import colorsys
from collections.abc import Iterable
from functools import lru_cache

TEXT = 4.5
"""The least contrast of text with what it stands on (WCAG 2.2, 1.4.3, level AA)."""
SHAPE = 3.0
"""The least contrast of a shape that says something (WCAG 2.2, 1.4.11, level AA)."""
_STEPS = 256


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """How bright a colour is, from 0 to 1. Source: WCAG 2.2, relative luminance."""
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in _channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21. Source: WCAG 2.2, contrast ratio."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def make_legible(colour: str, grounds: tuple[str, ...], least: float = TEXT) -> str:
    """`colour` itself where it can be read on all `grounds`, or the nearest darker or lighter one of its hue that can.

    Away from the grounds: darker on light ones, lighter on dark ones. Where even black or white fails, that is given.
    """
    if _is_legible(colour, grounds, least):
        return colour
    hue, start, saturation = colorsys.rgb_to_hls(*_channels(colour))
    end = 0.0 if min(map(luminance, grounds)) > 0.18 else 1.0
    low, high = 0, _STEPS
    # Along this way the contrast only grows once it has passed the grounds, so the first step can be searched for.
    while low < high:
        middle = (low + high) // 2
        found = _colour(colorsys.hls_to_rgb(hue, start + (end - start) * middle / _STEPS, saturation))
        if _is_legible(found, grounds, least) and _is_beyond(found, grounds, end):
            high = middle
        else:
            low = middle + 1
    return _colour(colorsys.hls_to_rgb(hue, start + (end - start) * low / _STEPS, saturation))


def mix(colour: str, other: str, share: float) -> str:
    """`share` of `colour`, from 0 to 1, in `other`."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return _colour(one * share + two * (1 - share) for one, two in pairs)


def _is_legible(colour: str, grounds: tuple[str, ...], least: float) -> bool:
    return all(contrast(colour, ground) >= least for ground in grounds)


def _is_beyond(colour: str, grounds: tuple[str, ...], end: float) -> bool:
    brightness = luminance(colour)
    return all(brightness > luminance(one) if end else brightness < luminance(one) for one in grounds)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _colour(channels: Iterable[float]) -> str:
    return "#" + "".join(f"{round(min(max(one, 0.0), 1.0) * 255):02x}" for one in channels)
