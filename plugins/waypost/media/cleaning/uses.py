"""How much a drawing draws: what is used again counts again.

Source: SVG 2, sections 5.6 (use), 13.3 (paint servers), 6.3 (style sheets).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .markup import Node, elements, local

MOST_DRAWN = 200_000
"""Elements. A phone draws so many within some seconds; a few lines of uses of uses would keep it busy for ever."""
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_CLASS = re.compile(r"\.([\w-]+)")
_NAMED = re.compile(r"url\(\s*['\"]?\s*#([^'\")\s]+)")


def draws_too_much(root: Node) -> bool:
    """Whether a drawing comes to more elements than a page should draw, with everything that it names counted."""
    return _Count(root).of(root) > MOST_DRAWN


class _Count:
    def __init__(self, root: Node) -> None:
        nodes = elements(root)
        self._named = {id_: node for node in nodes if (id_ := node.get("id"))}
        self._ruled: dict[str, set[str]] = {}
        for style in (node.text or "" for node in nodes if local(node.tag) == "style"):
            for chosen, said in _RULE.findall(style):
                # A rule without a class is taken to be for everything.
                for name in _CLASS.findall(chosen) or [""]:
                    self._ruled.setdefault(name, set()).update(_NAMED.findall(said))
        self._known: dict[Node, int] = {}

    def of(self, node: Node) -> int:
        """How many elements are drawn for `node`, up to a little above MOST_DRAWN."""
        if node not in self._known:
            # What uses itself is not drawn at all.
            self._known[node] = 0
            count = 1
            for part in (*node.iterchildren("{*}*"), *self._named_by(node)):
                count += self.of(part)
                if count > MOST_DRAWN:
                    break
            self._known[node] = count
        return self._known[node]

    def _named_by(self, node: Node) -> Iterable[Node]:
        names = [name for value in node.attrib.values() for name in _NAMED.findall(value)]
        names += [value[1:] for key, value in node.attrib.items() if local(key) == "href" or key == "href"]
        for name in ("", *node.get("class", "").split()):
            names += sorted(self._ruled.get(name, ()))
        return [self._named[name] for name in names if name in self._named]
