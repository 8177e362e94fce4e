"""Programs: their text, with what is a word of the language, a remark or a text in it set apart."""

from __future__ import annotations

from pathlib import Path

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name, get_lexer_for_filename
from pygments.token import Token, is_token_subtype
from pygments.util import ClassNotFound

from .markup import draw_text, join
from .texts import read_letters, shorten

_CLASSES = (
    (Token.Comment.Preproc, "code-word"),
    (Token.Comment, "code-remark"),
    (Token.Keyword, "code-word"),
    (Token.Operator.Word, "code-word"),
    (Token.Name.Tag, "code-word"),
    (Token.Literal.String, "code-text"),
    (Token.Literal.Number, "code-text"),
    (Token.Name.Function, "code-name"),
    (Token.Name.Class, "code-name"),
    (Token.Generic.Heading, "code-name"),
)


def draw_program(text: str, name: str, language: str = "") -> str:
    """The text of a program called `name`, or in `language`; as plain text where neither is known."""
    lexer = _lexer(name, language)
    if lexer is None:
        drawn = draw_text(text)
    else:
        drawn = "".join(_drawn(kind, value) for kind, value in _merged(lexer, text)).rstrip("\n")
    return f"<pre><code>{drawn}</code></pre>" if drawn.strip() else ""


def draw_preview(source: Path, name: str) -> str:
    """A program. Raises OSError where it cannot be read."""
    text, note = shorten(read_letters(source))
    return join([draw_program(text, name), note])


def _lexer(name: str, language: str) -> Lexer | None:
    try:
        if language:
            return get_lexer_by_name(language, stripnl=False)
        return get_lexer_for_filename(name, stripnl=False)
    except ClassNotFound:
        return None


def _merged(lexer: Lexer, text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for kind, value in lexer.get_tokens(text):
        said = next((name for token, name in _CLASSES if is_token_subtype(kind, token)), "")
        if found and found[-1][0] == said:
            found[-1] = (said, found[-1][1] + value)
        else:
            found.append((said, value))
    return found


def _drawn(kind: str, value: str) -> str:
    return f'<span class="{kind}">{draw_text(value)}</span>' if kind and value.strip() else draw_text(value)
