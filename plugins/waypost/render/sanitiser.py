"""What of a learner's HTML may reach a page. Source: design, section 4; the policy in the shell holds it again."""

from __future__ import annotations

import re

import nh3

from .signs import NOTE

_LISTED = """
    a abbr b blockquote br cite code dd del div dl dt em h3 h4 h5 h6 hr i ins kbd li ol p pre q s small strong
    sub sup table tbody td tfoot th thead tr u ul
"""
_SILENCED = """
    script style iframe object embed noembed noframes noscript template svg math textarea select title xmp
    audio video canvas
"""
TAGS = frozenset(_LISTED.split())
"""The elements that may stand in prose."""
_ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),
    "a": {"href"},
    "abbr": {"title"},
    "ol": {"start"},
    "li": {"id"},
    "sup": {"id"},
    "div": {"class"},
    "th": {"align"},
    "td": {"align"},
}
_NOTE_ID = re.compile(rf"fn(?:ref\d*)?{NOTE}\d+")
_OUTSIDE = re.compile(r'<a href="(?=https?:)', re.IGNORECASE)
_FORMS = {
    "href": re.compile(r"(?:https?://|mailto:|#).*", re.IGNORECASE | re.DOTALL),
    "id": _NOTE_ID,
    "class": re.compile("footnote"),
    "align": re.compile("left|center|right"),
    "start": re.compile(r"\d{1,6}"),
    "title": re.compile(r".*", re.DOTALL),
}


def _keep(_tag: str, name: str, value: str) -> str | None:
    # Asked about attributes of elements that go, too.
    form = _FORMS.get(name)
    return value if form is not None and form.fullmatch(value) else None


_cleaner = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags=set(_SILENCED.split()),
    attributes=_ATTRIBUTES,
    attribute_filter=_keep,
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)


def sanitise(html: str) -> str:
    """Takes out of `html` whatever is not on the list above, and lets links to other sites open beside the page."""
    clean = _cleaner.clean(html)
    # Quotes inside an attribute are written as &quot;, so this finds starts of links and nothing else.
    clean = _OUTSIDE.sub('<a rel="noopener noreferrer" target="_blank" href="', clean)
    return clean.replace("<table>", '<div class="wide" tabindex="0"><table>').replace("</table>", "</table></div>")
