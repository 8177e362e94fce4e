"""Replies as a browser seals them, made without one."""

from __future__ import annotations

import json
from typing import Any

import pyrage

from schools import SmallSchool, write_text
from waypost.seal.age import recipient_of, seal_bytes

PLAN = """\
# The plan of somebody who likes remarks.
plan:
  name: Amara Osei
goals:
  - id: repair   # the long one
    title: Open a repair table
    term: long
    steps:
      - {id: ask, title: Ask at the library}
reflections:
  # The first of many.
  - id: spring
    date: 2026-03-20
    by: student
    text: >
      I looked twice.

# What comes below the reflections.
revisions: []
"""


def start_plan(school: SmallSchool, student: str, plan: str = PLAN) -> None:
    """Writes a learner's plan as a person writes it."""
    school.folder(student).mkdir(parents=True, exist_ok=True)
    write_text(school.folder(student) / "plp.yml", plan)


def reply(school: SmallSchool, student: str, recipient: str = "Family", **changes: Any) -> dict[str, Any]:
    """What a browser would write for somebody with a link; `changes` are its fields."""
    link = school.link(student, recipient)
    return {
        "waypost": "reply",
        "v": 1,
        "link": link.id.hex(),
        "proof": link.reply_proof,
        "page": "en",
        "language": "en",
        "day": "2026-11-19",
        "name": "Ana Rivera",
        "relation": "grandmother",
        "voice": "",
        "about": "",
        "answers": {"noticed": "You rebuilt it twice.", "surprised": "", "question": "What broke?", "help": ""},
        **changes,
    }


def sealed(school: SmallSchool, content: Any) -> bytes:
    """`content` (bytes as they are, anything else as JSON) sealed to the school's post."""
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return seal_bytes(data.ljust(-(-len(data) // 1024) * 1024), school.master.post_identity())


def armored(school: SmallSchool, content: Any) -> str:
    """The same as text, by age's own armor."""
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    post = pyrage.x25519.Recipient.from_str(recipient_of(school.master.post_identity()))
    return bytes(pyrage.encrypt(data, [post], armored=True)).decode()
