"""Numbers as a workbook shows them: decimals, per cent, a currency. Source: ECMA-376, part 1, section 18.8.31."""

from __future__ import annotations

import re

_CURRENCY = re.compile(r"\[\$([^\]-]*)[^\]]*\]")
_ASIDE = re.compile(r"\[[^\]]*\]|[_*].")
_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_FIGURE = re.compile(r"[#0?,]*[0#?](?:\.([0#?]+))?")


def draw_figure(value: float, form: str) -> str:
    """`value` in the number format `form`; as it is where the format is one that is not known here."""
    sections = form.split(";")
    section = sections[1] if value < 0 and len(sections) > 1 else sections[0]
    section = _QUOTED.sub(lambda match: match[1] or match[2] or "", _ASIDE.sub("", _CURRENCY.sub(r'"\1"', section)))
    found = _FIGURE.search(section)
    if found is None or "E" in section or "/" in section:
        return _general(value)
    before, after = section[: found.start()], section[found.end() :]
    if "%" in after:
        value *= 100
    signed = "" if len(sections) > 1 and value < 0 else "-" if value < 0 else ""
    places = found[1] or ""
    number = f"{abs(value):.{len(places)}f}"
    for _ in range(len(places) - places.count("0") if "." in number else 0):
        number = number.removesuffix("0")
    return f"{signed}{before}{number.removesuffix('.')}{after}".strip()


def _general(value: float) -> str:
    # As many digits as Excel itself shows; 0.1 + 0.2 is 0.3 to whoever reads a table.
    return str(value) if isinstance(value, int) else f"{value:.10g}"
