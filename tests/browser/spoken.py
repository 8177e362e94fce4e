"""A small school whose learner shows one piece beside another, and has the words of a film and a recording."""

from __future__ import annotations

import shutil
from pathlib import Path

from PIL import Image, ImageDraw

from browser.built import Built, build
from browser.exhibits import hum

RECORDINGS = Path(__file__).parents[1] / "media" / "recordings"
SCHOOL = Path(__file__).with_name("school")
PLAN = """\
plan:
  name: Ines Duarte
  language: en
goals:
  - id: draw
    title: Draw hands that could hold something
    term: long
evidence:
  - id: hands-in-may
    file: hands-in-may.png
    title: A hand that holds a cup, from memory
    date: 2026-05-20
    goals: [draw]
    expectations: [making]
    caption: Five fingers, and I counted them twice.
    alt: Five straight lines end in a circle
  - id: hands-in-november
    file: hands-in-november.png
    title: The same hand, drawn from my brother's
    date: 2026-11-02
    before: hands-in-may
    goals: [draw]
    expectations: [making]
    caption: He held the cup for forty minutes. I owe him.
  - id: film
    file: film.webm
    title: How I mix the grey of skin
    date: 2026-10-01
    alt: A brush goes through three heaps of paint
    captions: film.vtt
    language: es
  - id: talk
    file: talk.wav
    title: What Ms. Sato said about shadows
    date: 2026-09-12
    transcript: talk.txt
  - id: hum
    file: hum.wav
    title: The sound of the studio
  - id: secret
    file: secret.png
    title: My brother asleep
    alt: Nine lines
    date: 2026-11-10
    before: hands-in-november
    people:
      - {name: My brother, consent: no}
achievement:
  - {expectation: making, level: first, date: 2026-05-21, by: self, evidence: [hands-in-may], words: They are forks.}
  - {expectation: making, level: second, date: 2026-11-03, by: teacher, evidence: [hands-in-november]}
reflections:
  - id: looking
    date: 2026-11-05
    by: student
    about: [hands-in-november]
    for: [self, advisor, family]
    text: >
      I used to draw what I know of a hand. Now I draw what is there, and what is there is mostly shadow. It takes five
      times as long. I look at the paper less than at the hand, and I think that is the whole trick.
  - id: shadows
    date: 2026-09-13
    by: student
    about: [talk]
    for: [self, advisor, family]
    text: Shadows first.
"""
SHARING = """\
recipients:
  - {name: Me, audience: self}
  - {name: Home, audience: family, language: es}
  - {name: Panel, audience: panel}
"""
CAPTIONS = """\
WEBVTT

STYLE
::cue { background: url(https://elsewhere.example/) }

NOTE cut on Friday by Quxley Harrowgate

00:00.000 --> 00:00.800
<v Ines>Primero el azul.

00:00.800 --> 00:09.000
Y luego <i>muy</i> poco rojo.
"""
TRANSCRIPT = """\
Ms. Sato: Where does the light come from?
Ines: From over there.
Ms. Sato: Then why is this side dark?
"""


def build_spoken_school(root: Path) -> Built:
    """Writes and builds it in `root`."""
    ines = root / "portfolios" / "ines-duarte"
    (ines / "evidence").mkdir(parents=True)
    shutil.copy(SCHOOL / "mkdocs.yml", root)
    (root / "portfolios/school.yml").write_text(
        "name: Tidewater School\nlanguage: en\n"
        "scales:\n  - id: way\n    levels: [{id: first, name: Setting out}, {id: second, name: On the way}]\n"
        "proficiencies: [{id: making, name: Making with care}]\n"
    )
    (ines / "plp.yml").write_text(PLAN)
    (ines / "sharing.yml").write_text(SHARING)
    evidence = ines / "evidence"
    _hand(1, 900).save(evidence / "hands-in-may.png")
    _hand(14, 1200).save(evidence / "hands-in-november.png")
    _hand(9, 300).save(evidence / "secret.png")
    (evidence / "talk.wav").write_bytes(hum())
    (evidence / "hum.wav").write_bytes(hum() + b"")
    (evidence / "talk.txt").write_text(TRANSCRIPT)
    (evidence / "film.vtt").write_text(CAPTIONS)
    shutil.copy(RECORDINGS / "film.webm", evidence)
    return build(root, "2026-11-20")


def _hand(strokes: int, edge: int) -> Image.Image:
    """Fingers, drawn with so many strokes each."""
    image = Image.new("RGB", (edge, edge * 3 // 4), "#efe9dc")
    pen = ImageDraw.Draw(image)
    unit = edge // 60
    for finger in range(5):
        for stroke in range(strokes):
            start = (unit * (16 + 6 * finger) + stroke * unit // 3, unit * 10 + abs(2 - finger) * unit * 3)
            pen.line((start, (unit * 26 + stroke * unit // 4, unit * 30)), fill="#3a3a42", width=max(1, unit // 3))
    pen.ellipse((unit * 18, unit * 27, unit * 40, unit * 42), outline="#3a3a42", width=unit // 2)
    return image
