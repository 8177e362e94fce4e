"""A learner's plan: every section that plp.yml has, as long as plans of two or three years are."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from words import WORDS, Writer

PROFICIENCIES = ("communication", "self-direction", "problem-solving", "citizenship", "mathematics", "science")
LEVELS = ("beginning", "practicing", "steady", "reaching-out")
PATHWAYS = ("work-based", "dual-enrollment", "blended", "expanded")
NEXT_YEAR = (datetime.date(2026, 11, 19), datetime.date(2027, 6, 20))
GOALS = 4
PICTURES = "picture-{}.jpg"


@dataclass(frozen=True)
class Plan:
    """One learner: the folder's name, what plp.yml holds, and the Markdown files by name."""

    folder: str
    content: dict[str, Any]
    essays: dict[str, str]


def make_plan(seed: int, number: int, images: int) -> Plan:
    """The plan of learner `number`, with `images` pieces of evidence that have a picture."""
    writer = Writer(f"{seed} learner {number}")
    name = writer.name()
    family, advisor = f"{writer.pick(('Teresa', 'Olu', 'Marek'))} {name.split()[1]}", f"Ms. {writer.name().split()[1]}"
    years = writer.chance.choice((1, 1, 2, 2, 3))
    works = max(images, 4 + 2 * years)
    essays = {"about.md": writer.essay(), "looking-back.md": writer.essay(), "from-home.md": writer.essay()}
    content = {
        "plan": {
            "name": name,
            "student_id": f"BR-{number:05d}",
            "grade": writer.chance.randint(7, 12),
            "advisory": f"{advisor}, room {writer.chance.randint(1, 40)}",
            "sentence": writer.sentence(),
            "ask_me": [f"{writer.title()}?" for _ in range(3)],
            "started": "2024-09-02",
            "meetings": [_meeting(writer, count, name, family, advisor) for count in range(1, 2 + years)],
        },
        "profile": _profile(writer),
        "goals": [_goal(writer, count) for count in range(1, 4 + years)],
        "evidence": [_evidence(writer, count, images) for count in range(1, works + 1)],
        "achievement": [_assessment(writer, count, advisor) for count in range(1, 3 + 3 * years)],
        "reflections": [_reflection(writer, count, family, advisor) for count in range(1, 3 + 2 * years)],
        "revisions": [_revision(writer, count) for count in range(1, 1 + years)],
        "transition": [_transition(writer)],
    }
    return Plan(f"{name.lower().replace(' ', '-')}-{number:04d}", content, essays)


def _meeting(writer: Writer, count: int, name: str, family: str, advisor: str) -> dict[str, Any]:
    people = [(name, "student"), (family, "family"), (advisor, "advisor"), (writer.name(), "teacher")]
    return {
        "id": f"meeting-{count}",
        "date": writer.day(),
        "title": writer.title(),
        "participants": [{"name": person, "role": role} for person, role in people[: writer.chance.randint(2, 4)]],
        "notes": writer.prose(2, 4),
    }


def _profile(writer: Writer) -> dict[str, Any]:
    return {
        "about": "about.md",
        "strengths": [{"text": writer.title(), "example": writer.prose(1, 2)} for _ in range(4)],
        "values": [{"id": f"value-{count}", "text": writer.title(), "why": writer.prose(1, 2)} for count in (1, 2, 3)],
        "influences": [{"text": writer.title(), "why": writer.prose(1, 2)} for _ in range(3)],
        "how_i_learn": writer.prose(3, 5),
        "interests": [writer.title() for _ in range(5)],
        "future": {"soon": writer.prose(2, 3), "later": writer.prose(2, 3), "after_school": writer.prose(2, 3)},
        "challenges": [{"text": writer.title(), "plan": writer.prose(1, 2)} for _ in range(3)],
        "baselines": [
            {"area": area, "title": f"{area.capitalize()} survey", "date": "2024-09-20", "result": writer.prose(1, 2)}
            for area in ("academic", "career", "interest")
        ],
    }


def _goal(writer: Writer, count: int) -> dict[str, Any]:
    short = count > 2
    return {
        "id": f"goal-{count}",
        "title": writer.title(),
        "term": "short" if short else "long",
        "stage": "secondary" if short else "post-secondary",
        "why": writer.prose(2, 3),
        **({"serves": [f"goal-{writer.chance.randint(1, 2)}"]} if short else {}),
        "values": [f"value-{writer.chance.randint(1, 3)}"],
        "expectations": writer.chance.sample(PROFICIENCIES, 2),
        "pathway": writer.pick(PATHWAYS),
        "measure": writer.sentence(),
        "by": writer.day(*NEXT_YEAR),
        "progress": writer.prose(1, 2),
        "support": [writer.name()],
        "steps": [_step(writer, f"step-{count}-{number}") for number in range(1, writer.chance.randint(2, 3) + 1)],
    }


def _step(writer: Writer, identifier: str) -> dict[str, Any]:
    status = writer.pick(("planned", "under way", "done"))
    return {
        "id": identifier,
        "title": writer.title(),
        "due": writer.day(*NEXT_YEAR),
        **({"done": writer.day()} if status == "done" else {}),
        "status": status,
        "expectations": [writer.pick(PROFICIENCIES)],
        "planned_evidence": writer.sentence(),
        "notes": writer.sentence(),
    }


def _evidence(writer: Writer, count: int, images: int) -> dict[str, Any]:
    shown = count <= images
    source = (
        {"file": PICTURES.format(count)}
        if shown
        else {"link": f"https://work.example/{writer.chance.getrandbits(48):x}"}
    )
    return {
        "id": f"evidence-{count}",
        **source,
        "title": writer.title(),
        "caption": writer.prose(2, 3),
        "date": writer.day(),
        **({"alt": writer.prose(1, 2)} if shown else {}),
        "goals": [f"goal-{writer.chance.randint(1, GOALS)}"],
        "expectations": [writer.pick(PROFICIENCIES)],
    }


def _assessment(writer: Writer, count: int, advisor: str) -> dict[str, Any]:
    by = writer.pick(("self", "peer", "teacher"))
    return {
        "id": f"assessment-{count}",
        "expectation": writer.pick(PROFICIENCIES),
        "level": writer.pick(LEVELS),
        "date": writer.day(),
        "by": by,
        **({"name": advisor} if by == "teacher" else {}),
        "words": writer.prose(1, 2),
        "evidence": [f"evidence-{writer.chance.randint(1, 6)}"],
    }


def _reflection(writer: Writer, count: int, family: str, advisor: str) -> dict[str, Any]:
    by, name, text = "student", "", writer.prose(3, 6)
    if count == 1:
        by, name, text = "family", family, "from-home.md"
    elif count == 2:
        text = "looking-back.md"
    elif count == 3:
        by, name = "advisor", advisor
    return {
        "id": f"reflection-{count}",
        "date": writer.day(),
        "by": by,
        **({"name": name} if name else {}),
        "title": writer.title(),
        "about": [f"goal-{writer.chance.randint(1, GOALS)}"],
        "text": text,
    }


def _revision(writer: Writer, count: int) -> dict[str, Any]:
    changes = [
        {"what": writer.title(), "item": f"goal-{number}", "before": writer.sentence(), "after": writer.sentence()}
        for number in writer.chance.sample(range(1, GOALS + 1), 2)
    ]
    return {
        "date": writer.day(),
        "why": writer.prose(2, 3),
        "changes": changes,
        "reflections": [f"reflection-{count}"],
        "meeting": f"meeting-{count}",
    }


def _transition(writer: Writer) -> dict[str, Any]:
    tasks = [{"title": writer.title(), "due": writer.day(*NEXT_YEAR)} for _ in range(3)]
    return {
        "title": f"From {writer.pick(WORDS['subjects'])} to work",
        "date": "2027-08-30",
        "plan": writer.prose(2, 4),
        "tasks": tasks,
        "support": [writer.name()],
    }
