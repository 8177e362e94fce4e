"""Nothing that runs, loads or styles gets through, however it is wrapped."""

from __future__ import annotations

import re

import pytest

from waypost.render.markdown import render_markdown
from waypost.render.sanitiser import TAGS

# Each with what must not be left of it.
CASES = [
    ("<script>alert(1)</script>after", "alert"),
    ("<SCRIPT SRC=//x.example/a.js></SCRIPT>", "script"),
    ("<scr<script>ipt>alert(1)</scr</script>ipt>", "<script"),
    ("<img src=x onerror=alert(1)>", "onerror"),
    ("<p onclick='alert(1)'>x</p>", "onclick"),
    ("<a href='javascript:alert(1)'>x</a>", "javascript"),
    ("[x](javascript:alert(1))", "javascript"),
    ("[x](JaVaScRiPt:alert(1))", "alert"),
    ("[x](&#106;avascript:alert(1))", "alert"),
    ("[x](java\tscript:alert(1))", "href"),
    ("<a href='java&#10;script:alert(1)'>x</a>", "href"),
    ("<a href='&#x20;javascript:alert(1)'>x</a>", "alert"),
    ("[x](data:text/html;base64,PHNjcmlwdD4=)", "data:"),
    ("[x](vbscript:x)", "vbscript"),
    ("[x](file:///etc/passwd)", "file:"),
    ("[x](blob:https://example.org/1)", "blob:"),
    ("[x](//example.org/a)", "example.org"),
    ("[x](other.html)", "other.html"),
    ("<javascript:alert(1)>", "<javascript"),
    ("<svg onload=alert(1)><circle/></svg>", "svg"),
    ("<svg><script>alert(1)</script></svg>", "alert"),
    ("<svg><a xlink:href='javascript:alert(1)'>x</a></svg>", "javascript"),
    ("<math><mi xlink:href='javascript:alert(1)'>x</mi></math>", "javascript"),
    ("<math><mtext><table><mglyph><style><img src onerror=alert(1)>", "onerror"),
    ("<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "onerror=alert"),
    ("<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "onerror"),
    ("<style>body{display:none}</style>", "display"),
    ("<p style='position:fixed'>x</p>", "position"),
    ("<p class='masthead'>x</p>", "masthead"),
    ("<div class='footnote masthead'>x</div>", "masthead"),
    ("<li id='keeper'>x</li>", "keeper"),
    ("<iframe src='https://example.org'>x</iframe>", "example.org"),
    ("<object data='x.swf'></object>", "object"),
    ("<embed src='x'>", "embed"),
    ("<form action='https://example.org'><input name=a><button>x</button></form>", "form"),
    ("<form action='https://example.org'><input name=a><button>x</button></form>", "input"),
    ("<base href='https://example.org/'>", "base"),
    ("<meta http-equiv=refresh content='0;url=https://example.org'>", "meta"),
    ("<link rel=stylesheet href='https://example.org/a.css'>", "link"),
    ("<video src='x' autoplay></video>", "video"),
    ("<audio src='x'></audio>", "audio"),
    ("<img data-media='token'>", "img"),
    ("<a data-download='token' href='#x'>x</a>", "data-download"),
    ("<a href='#x' target='_top'>x</a>", "_top"),
    ("<h1>The learner</h1>", "<h1"),
    ("<h2>x</h2>", "<h2"),
    ("<template><img src=x onerror=alert(1)></template>", "onerror"),
    ("<textarea><img src=x onerror=alert(1)></textarea>", "<img"),
    ("<title><img src=x onerror=alert(1)></title>", "<img"),
    ("<plaintext>x", "plaintext"),
    ("<!-- x --><!--><img src=x onerror=alert(1)>-->", "<img"),
    ("<![CDATA[<img src=x onerror=alert(1)>]]>", "<img"),
    ("<?php echo 1 ?>", "<?"),
    ("<details open ontoggle=alert(1)>x</details>", "ontoggle"),
    ("<td align='left\" onclick=1'>x</td>", "onclick"),
    ("**<img src=x onerror=alert(1)>**", "<img"),
    ("| <script>alert(1)</script> |\n|---|\n| x |", "<script"),
    ("x[^1]\n\n[^1]: <img src=x onerror=alert(1)>", "<img"),
    ('x[^"><img src=x onerror=alert(1)>]\n\n[^"><img src=x onerror=alert(1)>]: y', "<img"),
    ("```<script>alert(1)</script>\nx\n```", "<script"),
]


@pytest.mark.parametrize(("text", "gone"), CASES, ids=[case[0][:40] for case in CASES])
def test_nothing_is_left_of(text: str, gone: str) -> None:
    assert gone.lower() not in render_markdown(text).lower()


@pytest.mark.parametrize("text", [case[0] for case in CASES], ids=[case[0][:40] for case in CASES])
def test_only_listed_elements_and_attributes_are_left_of(text: str) -> None:
    html = render_markdown(text)
    assert {tag.lower() for tag in re.findall(r"</?([a-zA-Z][^\s/>]*)", html)} <= TAGS
    names = {name for tag in re.findall(r"<[a-z][^>]*>", html) for name in re.findall(r"\s([a-z-]+)=", tag)}
    assert names <= {"href", "rel", "target", "id", "class", "align", "start", "tabindex", "title"}


def test_what_stood_around_it_stays() -> None:
    assert render_markdown("Before <script>alert(1)</script>and *after*.") == "<p>Before and <em>after</em>.</p>"
