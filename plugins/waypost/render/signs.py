"""Signs that stand in drawn Markdown until the page is known. No learner's text can hold them."""

from __future__ import annotations

NOTE = "\ue000"
"""Stands in the ids of footnotes, for the name of the text on its page."""
BACK = "\ue001"
"""Stands in the link from a footnote back into the text, for the word in the reader's language."""
SIGNS = {ord(NOTE): None, ord(BACK): None}
"""For `str.translate`: takes the signs out of a text."""
