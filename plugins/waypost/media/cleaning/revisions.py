"""Changes that a word processor has kept, accepted: what was deleted goes, what was added is plain text.

Source: ECMA-376, part 1, section 17.13.5.
"""

from __future__ import annotations

from typing import Any

from .markup import elements, local, remove, unwrap

_GONE = frozenset(
    (
        *(
            "del",
            "moveFrom",
            "delText",
            "delInstrText",
            "cellIns",
            "cellMerge",
            "moveFromRangeStart",
            "moveFromRangeEnd",
        ),
        *("moveToRangeStart", "moveToRangeEnd", "numberingChange", "commentReference", "tblGridChange"),
    )
)
_RANGES = ("customXmlInsRange", "customXmlDelRange", "customXmlMoveFromRange", "customXmlMoveToRange")
_ADDED = frozenset(("ins", "moveTo"))
_MARKS = frozenset(("rPr", "trPr", "numPr"))


def accept_revisions(root: Any) -> None:
    """Accepts every change in a part of a text document; other parts stay as they are."""
    for node in elements(root):
        if not isinstance(node.tag, str) or "wordprocessingml" not in node.tag:
            continue
        name = local(node.tag)
        parent = node.getparent()
        if parent is None:
            continue
        inside = local(parent.tag)
        if name == "del" and inside == "trPr":
            remove(parent.getparent() if parent.getparent() is not None else parent)
        elif name == "cellDel":
            cell = parent.getparent()
            remove(cell if cell is not None and local(cell.tag) == "tc" else node)
        elif name == "commentReference":
            remove(parent if inside == "r" else node)
        elif name in _GONE or name.endswith("PrChange") or name == "tblPrExChange" or name.startswith(_RANGES):
            remove(node)
        elif name in _ADDED:
            if inside in _MARKS:
                remove(node)
            else:
                unwrap(node)
