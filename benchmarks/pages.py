"""A learner's plan as Markdown pages, one a section, as a school without Waypost would write it down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from plans import Plan

Row = Mapping[str, Any]


def make_pages(plan: Plan) -> dict[str, str]:
    """The pages of a plan by name: the eight sections, with the same text."""
    content = plan.content
    pages = {
        "profile": _profile(plan),
        "goals": _page("Goals", (_goal(goal) for goal in content["goals"])),
        "evidence": _page("Evidence", (_entry(work, "caption", plan) for work in content["evidence"])),
        "achievement": _achievement(content["achievement"]),
        "reflections": _page("Reflections", (_entry(one, "text", plan) for one in content["reflections"])),
        "meetings": _page("Meetings", (_meeting(one) for one in content["plan"]["meetings"])),
        "revisions": _page("Revisions", (_revision(one) for one in content["revisions"])),
        "transition": _page("Transition", (_transition(one) for one in content["transition"])),
    }
    ways = " · ".join(f"[{name.capitalize()}]({name}.md)" for name in pages)
    return {name: f"{ways}\n\n{text}" for name, text in pages.items()}


def _page(title: str, parts: Iterable[str]) -> str:
    return "\n\n".join((f"# {title}", *parts)) + "\n"


def _list(rows: Iterable[str]) -> str:
    return "\n".join(f"- {row}" for row in rows)


def _facts(row: Row, *names: str) -> str:
    values = {name: row[name] for name in names if row.get(name)}
    return _list(
        f"{name.capitalize()}: {', '.join(value) if isinstance(value, list) else value}"
        for name, value in values.items()
    )


def _profile(plan: Plan) -> str:
    person, profile = plan.content["plan"], plan.content["profile"]
    lists = {
        "Strengths": (f"**{one['text']}** {one['example']}" for one in profile["strengths"]),
        "Values": (f"**{one['text']}** {one['why']}" for one in profile["values"]),
        "Influences": (f"**{one['text']}** {one['why']}" for one in profile["influences"]),
        "Interests": profile["interests"],
        "Challenges": (f"**{one['text']}** {one['plan']}" for one in profile["challenges"]),
        "Baselines": (f"**{one['title']}**, {one['date']}: {one['result']}" for one in profile["baselines"]),
        "Ask me": person["ask_me"],
    }
    future = profile["future"]
    return _page(
        person["name"],
        (
            f"*{person['sentence']}*",
            _facts(person, "student_id", "grade", "advisory", "started"),
            plan.essays[profile["about"]],
            f"## How I learn\n\n{profile['how_i_learn']}",
            f"## Future\n\n{future['soon']}\n\n{future['later']}\n\n{future['after_school']}",
            *(f"## {title}\n\n{_list(rows)}" for title, rows in lists.items()),
        ),
    )


def _goal(goal: Row) -> str:
    steps = (
        f"### {step['title']}\n\n{_facts(step, 'status', 'due', 'done', 'expectations')}\n\n"
        f"{step['planned_evidence']}\n\n{step['notes']}"
        for step in goal["steps"]
    )
    facts = _facts(goal, "term", "stage", "serves", "values", "expectations", "pathway", "by", "support")
    parts = (f"## {goal['title']}", facts, goal["why"], goal["measure"], goal["progress"], *steps)
    return "\n\n".join(parts)


def _entry(row: Row, field: str, plan: Plan) -> str:
    facts = _facts(row, "date", "by", "name", "link", "goals", "expectations", "about")
    return f"## {row['title']}\n\n{facts}\n\n{plan.essays.get(row[field], row[field])}"


def _achievement(rows: Iterable[Row]) -> str:
    lines = (
        f"| {row['date']} | {row['expectation']} | {row['level']} | {row.get('name', row['by'])} | {row['words']} |"
        for row in rows
    )
    head = "| When | Expectation | Level | Who | Why |\n| --- | --- | --- | --- | --- |"
    return _page("Achievement", ["\n".join((head, *lines))])


def _meeting(row: Row) -> str:
    people = _list(f"{one['name']}, {one['role']}" for one in row["participants"])
    return f"## {row['title']}\n\n{row['date']}\n\n{people}\n\n{row['notes']}"


def _revision(row: Row) -> str:
    changes = _list(f"**{one['what']}** {one['before']} {one['after']}" for one in row["changes"])
    return f"## {row['date']}\n\n{row['why']}\n\n{changes}"


def _transition(row: Row) -> str:
    tasks = _list(f"{one['title']}, {one['due']}" for one in row["tasks"])
    return f"## {row['title']}\n\n{row['date']}\n\n{row['plan']}\n\n{tasks}\n\n{_facts(row, 'support')}"
