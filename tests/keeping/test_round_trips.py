"""What a page hands out as JSON, CSV or Markdown comes in again as it was, whatever was written."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keeping.conftest import ENTRIES, Keeper, Sheet, blank_sheet

PIECES = st.sampled_from(
    [
        *[
            "=1+1",
            "+",
            "-",
            "@SUM(A1)",
            "'",
            "''=",
            "＝",
            '"',
            '""',
            ",",
            ";",
            "\t",
            "\r\n",
            "\n",
            "\r",
            " ",
            "\\",
            "\\\n",
        ],
        *[
            "> ",
            "# ",
            "- **Level:** Performing",
            "**Evidence:**",
            "[waypost]: #",
            "1. ",
            "* ",
            "`",
            "<b>",
            "&#10;",
            "|",
        ],
        *["{", "[]", "\ufeff", "\u2028", "\x00", "é", "学", "🙂", "مرحبا", "word", "Not rated yet", "```"],
    ]
)
WRITTEN = st.one_of(st.text(max_size=30), st.lists(PIECES, max_size=8).map("".join))
DAYS = st.one_of(st.just(""), st.dates().map(lambda day: day.isoformat()))
CHOICES = {
    "level": ["", "initiating", "developing", "performing"],
    "status": ["", "in-talks", "decided", "under-way", "in-place"],
    "year": ["", "0", "1", "2", "3"],
    "watched": ["", "yes"],
}


def values(field: str) -> st.SearchStrategy[str]:
    if field in CHOICES:
        return st.sampled_from(CHOICES[field])
    return DAYS if field in ("date", "finished") else WRITTEN


@st.composite
def sheets(draw: st.DrawFn, form: str) -> list[Sheet]:
    """Sheets with anything written into some of their fields."""
    drawn = []
    for _ in range(draw(st.integers(1, 3 if form == "assessment" else 1))):
        sheet = blank_sheet(form)
        for field in sheet["head"]:
            sheet["head"][field] = draw(values(field))
        for entry in draw(st.lists(st.sampled_from([one["id"] for one in ENTRIES[form]]), max_size=4, unique=True)):
            for field in sheet["entries"][entry]:
                sheet["entries"][entry][field] = draw(values(field))
        drawn.append(sheet)
    return drawn


@pytest.mark.parametrize("lang", ["en", "es", "ar"])
@pytest.mark.parametrize("as_", ["json", "csv", "md"])
@pytest.mark.parametrize("form", ["assessment", "planner"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_goes_out_comes_in_equal(keeper: Keeper, form: str, as_: str, lang: str, data: st.DataObject) -> None:
    written = data.draw(sheets(form))
    assert keeper.read(form, keeper.write(form, written, as_, lang)) == {"sheets": written}


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=sheets("planner"))
def test_table_is_as_others_read_it_and_runs_nothing(keeper: Keeper, written: list[Sheet]) -> None:
    text = keeper.write("planner", written, "csv")
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert [cell for row in rows for cell in row if cell.lstrip(" ")[:1] in tuple("=+-@\t\r")] == []
    notes = {row[rows[0].index("entry")]: row[rows[0].index("notes")] for row in rows[1:]}
    for id_, values_ in written[0]["entries"].items():
        assert notes[id_] in (values_["notes"], f"'{values_['notes']}")


@pytest.mark.parametrize("note", ["=1+1", " =1+1", "\t", " \t", "\u3000\r", "'=1", "＝1"])
def test_cell_that_would_run_is_a_text_to_spreadsheets_and_comes_in_as_it_was(keeper: Keeper, note: str) -> None:
    sheet = blank_sheet("planner")
    entry = next(iter(sheet["entries"]))
    sheet["entries"][entry]["notes"] = note
    text = keeper.write("planner", [sheet], "csv")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert next(row["notes"] for row in rows if row["entry"] == entry) == f"'{note}"
    assert keeper.read("planner", text) == {"sheets": [sheet]}


@pytest.fixture
def two_rounds() -> list[Sheet]:
    first, second = blank_sheet("assessment"), blank_sheet("assessment")
    first["head"] |= {"rater": "Ana Ruiz", "role": "principal", "finished": "2026-03-12"}
    first["entries"]["flexibility"] = {"level": "developing", "evidence": "Two, of\nthree", "date": "2026-03-10"}
    second["head"]["rater"] = "Ben Ode"
    return [first, second]


def test_document_shows_its_words_in_the_language_of_the_page(keeper: Keeper, two_rounds: list[Sheet]) -> None:
    text = keeper.write("assessment", two_rounds, "md")
    assert text.startswith(
        "# Self-assessment\n\n## 1\\. Ana Ruiz\n\n- **Who rates:** Ana Ruiz\n- **Role:** principal\n"
    )
    assert "### Flexibility\n\n- **Level:** Developing\n- **Rated on:** 2026-03-10\n" in text
    assert "**Evidence:**\n\n> Two, of\\\n> three\n" in text
    assert "- **Level:** Not rated yet\n" in text


def test_document_that_was_mended_by_hand_is_read_as_it_says(keeper: Keeper, two_rounds: list[Sheet]) -> None:
    text = keeper.write("assessment", two_rounds, "md")
    mended = text.replace("**Level:** Developing", "**Level:** Performing").replace("\n", "\r\n")
    (first, _) = keeper.read("assessment", mended)["sheets"]
    assert first["entries"]["flexibility"]["level"] == "performing"
    assert first["entries"]["flexibility"]["evidence"] == "Two, of\nthree"


@pytest.mark.parametrize("separator", [";", "\t"])
def test_table_that_a_spreadsheet_saved_its_own_way_is_read(
    keeper: Keeper, two_rounds: list[Sheet], separator: str
) -> None:
    text = keeper.write("assessment", two_rounds, "csv").removeprefix("\ufeff")
    saved = io.StringIO(newline="")
    csv.writer(saved, delimiter=separator, lineterminator="\n").writerows(csv.reader(io.StringIO(text, newline="")))
    assert keeper.read("assessment", saved.getvalue() + separator * 5 + "\n")["sheets"] == two_rounds


def test_tables_of_two_raters_that_were_joined_stay_two(keeper: Keeper, two_rounds: list[Sheet]) -> None:
    one, other = (keeper.write("assessment", [sheet], "csv") for sheet in two_rounds)
    joined = one + other.split("\r\n", 1)[1]
    assert keeper.read("assessment", joined)["sheets"] == two_rounds


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


BROKEN: list[tuple[str, Any, str, str]] = [
    ("json", lambda text: text[: len(text) // 2], "damaged", "theirs.txt:"),
    ("json", lambda _: "[1, 2]", "damaged", "theirs.txt:"),
    ("json", lambda _: '{"name": "something else"}', "foreign", "theirs.txt:"),
    ("json", lambda text: changed(text, "waypost-self-assessment", "waypost-rollout-plan"), "elsewhere", "planner"),
    ("json", lambda text: changed(text, '"version": 1', '"version": 2'), "newer", "newer version"),
    ("json", lambda text: changed(text, '"developing"', '"great"'), "choice", "theirs.txt, round 1, Flexibility:"),
    ("json", lambda text: changed(text, '"developing"', "3"), "value", "“3”"),
    ("json", lambda text: changed(text, "2026-03-10", "2026-02-30"), "day", "“2026-02-30” is not a day"),
    ("json", lambda text: changed(text, '"flexibility"', '"bending"'), "unknown", "“bending”"),
    ("json", lambda text: changed(text, '"flexibility"', '"__proto__"'), "unknown", "“__proto__”"),
    ("csv", lambda text: changed(text, 'Two, of\nthree"', "Two, of\nthree"), "quote", "theirs.txt, line 3:"),
    ("csv", lambda _: "name,points\r\nAna,3\r\n", "foreign", "theirs.txt:"),
    ("csv", lambda text: changed(text, "2026-03-10", "3/10/2026"), "day", "theirs.txt, line 3:"),
    ("csv", lambda text: changed(text, "developing", "great"), "choice", "initiating, developing, performing"),
    ("csv", lambda text: text + text.split("\r\n")[-2] + "\r\n", "twice", "second time"),
    ("csv", lambda text: changed(text, "flexibility,", "bending,"), "unknown", "theirs.txt, line 3:"),
    ("md", lambda text: changed(text, "**Level:** Developing", "**Level:** Great"), "choice-word", "“Great”"),
    ("md", lambda text: changed(text, "> three", "three"), "stray-line", "“three”"),
    ("md", lambda text: changed(text, "### Flexibility", "### Bending"), "unknown", "“Bending”"),
    ("md", lambda text: changed(text, '"waypost-self-assessment 1"', ""), "foreign", "theirs.txt:"),
    ("md", lambda _: "# A recipe\n\nTake two eggs.\n", "foreign", "theirs.txt:"),
    ("md", lambda _: "", "empty", "nothing in it"),
]


@pytest.mark.parametrize(("as_", "breaking", "id_", "told"), BROKEN)
def test_broken_file_is_refused_with_its_place_and_a_mend(
    keeper: Keeper, two_rounds: list[Sheet], as_: str, breaking: Any, id_: str, told: str
) -> None:
    answer = keeper.read("assessment", breaking(keeper.write("assessment", two_rounds, as_)))
    assert answer.get("id") == id_
    assert answer["said"].startswith("theirs.txt")
    assert told in answer["said"]
    assert "{" not in answer["said"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), as_=st.sampled_from(["json", "csv", "md"]))
def test_file_that_was_damaged_anywhere_is_read_or_refused(keeper: Keeper, as_: str, data: st.DataObject) -> None:
    text = keeper.write("planner", data.draw(sheets("planner")), as_)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    answer = keeper.read("planner", text[:start] + data.draw(WRITTEN) + text[end:])
    assert answer.keys() in ({"sheets"}, {"id", "said"})


def test_device_loses_a_day_that_is_none_and_nothing_else(keeper: Keeper) -> None:
    sheet = blank_sheet("assessment")
    first = next(iter(sheet["entries"].values()))
    first |= {"level": "developing", "date": "20266-03-03"}
    text = keeper.write("assessment", [sheet], "json")
    assert keeper.read("assessment", text)["id"] == "day"
    first["date"] = ""
    assert keeper.do("load", "assessment", text=text) == {"sheets": [sheet]}
