"""Captions and plain text: nothing but words and times comes out, whatever went in."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from waypost.model.captions import Cue, captions_as_markdown, read_captions, write_captions
from waypost.model.plaintext import as_markdown
from waypost.render.markdown import render_text

HOSTILE = """\
WEBVTT - made by Quxley Harrowgate
X-TIMESTAMP-MAP=LOCAL:00:00:00.000

REGION
id:fred

STYLE
::cue { background: url(https://elsewhere.example/) }

NOTE
Quxley was here

who-said-it
00:00:01.000 --> 00:00:02.000 line:90%,end align:start position:10% size:50% vertical:rl region:fred onload:x
<v.loud Mia Berg>Hello <c.yellow.bg_blue>you</c>, <00:00:01.500><lang en>two</lang> <img src=x onerror=y>
<script>alert(1)</script> & <b.x>bold</b> <ruby>a<rt>b</rt></ruby> 1 < 2
"""


def test_notes_styles_names_and_strange_tags_are_left_out() -> None:
    cues, slips = read_captions(HOSTILE)
    assert slips == ()
    assert write_captions(cues) == (
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000 line:90%,end align:start position:10% size:50% vertical:rl\n"
        "<v Mia Berg>Hello you, two\nalert(1) & <b>bold</b> <ruby>a<rt>b</rt></ruby> 1\n"
    )


@given(st.text(max_size=300))
def test_captions_that_are_written_are_read_as_they_were(text: str) -> None:
    cues, _ = read_captions(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{text}\n\n00:03.000 --> 00:04.000\n{text}")
    again, slips = read_captions(write_captions(cues))
    assert (again, slips) == (cues, ()) or not cues
    assert "STYLE" not in write_captions(cues) or "STYLE" in text


@given(st.text(max_size=200))
def test_every_text_is_captions_or_has_a_reason(text: str) -> None:
    cues, slips = read_captions(text)
    assert bool(cues) or bool(slips)


def test_a_pause_or_another_speaker_begins_a_paragraph() -> None:
    cues = [
        Cue(0, 1000, "<v Mia>One"),
        Cue(1500, 2500, "<v Mia>two."),
        Cue(2600, 3000, "<v Tom>Three"),
        Cue(9000, 9500, "<v Tom>four."),
        Cue(9600, 9900, "Five"),
    ]
    assert captions_as_markdown(write_captions(cues)) == "Mia: One two.\n\nTom: Three\n\nfour.\n\nFive"


PLAIN = st.text(
    st.characters(blacklist_categories=("Cc", "Cs", "Co", "Cn", "Cf", "Zl", "Zp", "Zs"), whitelist_characters=" \n")
)
MARKS = st.text("ab1 \n#*_`~[](){}<>&|^!-+=:.>\\\"'", max_size=60)


@given(PLAIN | MARKS)
def test_plain_text_is_shown_just_as_it_is(text: str) -> None:
    drawn = render_text(as_markdown(text))
    assert not re.search(r"<(?!/?p>|br>)", drawn)
    shown = html.unescape(re.sub(r"<br>|</p>", "\n", drawn).replace("<p>", ""))
    assert [" ".join(line.split()) for line in shown.split("\n") if line.strip()] == [
        " ".join(line.split()) for line in text.split("\n") if line.strip()
    ]
