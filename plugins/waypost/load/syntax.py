"""What a YAML parser complains of, in words for people who do not know YAML."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaml import MarkedYAMLError, YAMLError

_SPACE = "there is no space behind the colon: add one"
_TAB = "this line is indented with a tab: use spaces"
_QUOTE = "this quotation mark is never closed: add the second one at the end of the text"
_SIGN = "a text cannot begin with this character: put the text in quotation marks"
_STAR = "a text that begins with * or & must stand in quotation marks: add them"
_BANG = "a text that begins with an exclamation mark must stand in quotation marks: add them"
_BACKSLASH = "a backslash means something else inside double quotation marks: use single ones"
_INDENT = "this line begins further left or right than those it belongs with: give them all the same number of spaces"
_BEHIND = "nothing can follow a closing quotation mark or bracket here: put the whole text in quotation marks"
_COLON = "this colon begins a second field on the same line: put a text with a colon in quotation marks"
_JOINED = "this line counts as part of the text above: check the spaces before it, and the line above for its colon"

_AT_PROBLEM = (
    ("found a tab", _TAB),
    ("mapping values are not allowed", _COLON),
    ("mapping keys are not allowed", _SIGN),
    ("block sequence entries are not allowed", "a list cannot begin here: put its first dash on the next line"),
    ("cannot start any token", _SIGN),
    ("node content", _SIGN),
    ("unknown escape character", _BACKSLASH),
    ("hexdecimal", _BACKSLASH),
    ("escape code", _BACKSLASH),
    ("expected comment or line break", "nothing can follow | or > on its line: begin the text on the next, indented"),
    ("did not find expected key", _INDENT),
    ("did not find expected '-' indicator", "every entry of this list begins with a dash: add it, or check the spaces"),
    ("expected <document start>", "the file ended above with “...”: remove that line, or what follows it"),
    ("incompatible YAML", "this version of YAML is not known: remove the line"),
    ("undefined tag handle", _BANG),
)
"""Messages by what the parser says, for the place where it stopped."""

_AT_CONTEXT = (
    ("quoted scalar", "unexpected end", _QUOTE),
    ("quoted scalar", "document indicator", _QUOTE),
    ("simple key", "expected ':'", "this line has no colon: write a field's name and a colon, or check the spaces"),
    ("flow sequence", "", "this bracket is never closed, or a comma is missing: write the list as [one, two]"),
    ("flow mapping", "", "this brace is never closed, or a comma is missing: write one field a line, without braces"),
    ("scanning an alias", "", _STAR),
    ("scanning an anchor", "", _STAR),
    ("scanning a tag", "", _BANG),
)
"""Messages by what was begun and what went wrong, for the place where it was begun."""

_FALLBACK = "this cannot be read: look here, and just above, for a missing colon, quotation mark or bracket"
_UNENDED = "the file ends in the middle of something: close the last bracket, or write the value that is missing"
_TIGHT = re.compile(r"\s*(?:- +)*[\w-]+:[^\s/]")
_TAB_INDENT = re.compile(r" *\t\s*\S")
_BARE_KEY = re.compile(r"(\s*)[\w-]+\s*")


def explain_syntax_error(error: YAMLError, lines: Sequence[str]) -> tuple[int, int, str]:
    """Where and what is wrong: line, column and message with the mend. `lines` are the file's lines."""
    if not isinstance(error, MarkedYAMLError):
        return 1, 1, _FALLBACK
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    end = (len(lines) - 1, len(lines[-1]))
    row, column = min((mark.line, mark.column), end) if mark else (0, 0)
    line = lines[row]
    if _TAB_INDENT.match(line):
        return row + 1, line.index("\t") + 1, _TAB
    for place, trouble, message in _AT_CONTEXT:
        if error.context_mark is not None and place in context and trouble in problem:
            begun = error.context_mark.line
            if place == "simple key" and begun < len(lines) and _TIGHT.match(lines[begun]):
                message = _SPACE
            return error.context_mark.line + 1, error.context_mark.column + 1, message
    message = next((message for trouble, message in _AT_PROBLEM if trouble in problem), _FALLBACK)
    if message == _COLON and (key := _BARE_KEY.fullmatch(line[:column])):
        return row + 1, len(key[1]) + 1, _JOINED
    if message == _SIGN and (row, column) == end:
        message = _UNENDED
    if message == _INDENT and line[:column].strip():
        message = _BEHIND
    return row + 1, column + 1, message
