"""What of a document may reach a page, and what it says. The viewer's policy holds the first once more.

Source: design, section 4.
"""

from __future__ import annotations

import re
from html import unescape

import nh3

from .markup import draw_absent

LONGEST_TEXT = 20_000
"""Characters of a document that search knows."""
_LISTED = """
    a abbr b blockquote br caption cite code dd del div dl dt em figure h4 h5 h6 hr i img ins kbd li ol p pre q s
    section small span strong sub sup table tbody td tfoot th thead tr u ul
"""
TAGS = frozenset(_LISTED.split())
"""The elements that may stand in a preview."""
_SILENCED = """
    script style iframe object embed noembed noframes noscript template svg math textarea select title xmp
    audio video canvas
"""
_ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),
    "a": {"href"},
    "abbr": {"title"},
    "div": {"class"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "p": {"class", "data-say", "data-shown", "data-all"},
    "pre": {"class"},
    "section": {"class"},
    "span": {"class", "data-say", "data-number"},
    "table": {"class", "data-name"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
}
_NUMBER = re.compile(r"\d{1,9}")
_SPAN = re.compile(r"[1-9]\d?")
_ANY = re.compile(r".*", re.DOTALL)
_FORMS = {
    "href": re.compile(r"(?:https?://|mailto:).*", re.IGNORECASE | re.DOTALL),
    "src": re.compile(r"data:image/webp;base64,[A-Za-z0-9+/]+=*"),
    "class": re.compile(r"(?:look|code)-[a-z]{1,12}"),
    "align": re.compile("left|center|right"),
    "scope": re.compile("col|row"),
    "colspan": _SPAN,
    "rowspan": _SPAN,
    "data-say": re.compile(r"look-[a-z]{1,12}"),
    **dict.fromkeys(("width", "height", "start", "data-shown", "data-all", "data-number"), _NUMBER),
    **dict.fromkeys(("alt", "title", "data-name"), _ANY),
}
_LINK = re.compile(r'<a href="(?=https?:)', re.IGNORECASE)
_LEADS_NOWHERE = re.compile(r"<a>(.*?)</a>", re.DOTALL)
_PICTURE = re.compile(r'<img((?: [\w-]+="[^"]*")*)>')
_TABLE = re.compile(r'<table((?: class="[^"]*")?)(?: data-name="([^"]*)")?>')
_NO_TABLE = re.compile(r"<table[^>]*>(?:<thead></thead>)?(?:<tbody></tbody>)?</table>")
_INLINE = re.compile(r"</?(?:a|abbr|b|cite|code|del|em|i|ins|kbd|q|s|small|span|strong|sub|sup|u)\b[^>]*>")
_MARKUP = re.compile(r"<[^>]*>")


def _keep(_tag: str, name: str, value: str) -> str | None:
    # Asked about attributes of elements that go, too.
    form = _FORMS.get(name)
    if form is None or not form.fullmatch(value):
        return None
    # Not every version of the library writes these as entities, and what follows here looks for elements.
    return value.replace("<", "‹").replace(">", "›")


_cleaner = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags=set(_SILENCED.split()),
    attributes=_ATTRIBUTES,
    attribute_filter=_keep,
    url_schemes={"http", "https", "mailto", "data"},
    link_rel=None,
)


def sanitise_preview(html: str) -> str:
    """Takes out whatever is not on the list above.

    No id stays, so nothing clashes with the page. A picture stays where it is inside the document; of any other, its
    description does. Each table gets a box of its own to be moved in.
    """
    clean = _LEADS_NOWHERE.sub(r"\1", _cleaner.clean(html))
    # Quotes inside an attribute are written as &quot;, so these find starts of elements and nothing else.
    clean = _LINK.sub('<a rel="noopener noreferrer" target="_blank" href="', clean)
    clean = _PICTURE.sub(_picture, clean)
    number = 0

    def box(match: re.Match[str]) -> str:
        nonlocal number
        number += 1
        label = f'aria-label="{match[2]}"' if match[2] else f'data-label="look-table" data-number="{number}"'
        return f'<div class="wide" role="group" tabindex="0" {label}><table{match[1]}>'

    return _TABLE.sub(box, _NO_TABLE.sub("", clean)).replace("</table>", "</table></div>").strip()


def read_text(html: str) -> str:
    """What a preview says, on one line."""
    words = unescape(_MARKUP.sub(" ", _INLINE.sub("", html)))
    return " ".join(words.split())[:LONGEST_TEXT].strip()


def _picture(match: re.Match[str]) -> str:
    told = dict(re.findall(r' ([\w-]+)="([^"]*)"', match[1]))
    return match[0] if "src" in told else draw_absent(unescape(told.get("alt", "")))
