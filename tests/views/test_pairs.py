"""Evidence beside evidence, with its words and the learner's reflections: for whom each of it is."""

from __future__ import annotations

from typing import Any

import pytest

from views.examples import everything_in, view_of
from waypost.views.portfolio import EvidenceView

AUDIENCES = ("self", "advisor", "family", "panel", "public")
SHOWN = ["family", "panel", "public"]
LONG = "The first thing that I saw was the shadow. " * 8


def plan_of(earlier: dict[str, Any] | None = None, later: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {
        "plan": {"name": "Ada Ruiz", "language": "es"},
        "evidence": [
            {
                "id": "may",
                "title": "May hand",
                "file": "may.png",
                "date": "2026-05-01",
                "for": SHOWN,
                **(earlier or {}),
            },
            {"id": "june", "title": "June hand", "file": "june.png", "before": "may", "for": SHOWN, **(later or {})},
        ],
        **more,
    }


def pieces(plan: dict[str, Any], audience: str) -> dict[str, EvidenceView]:
    return {piece.id: piece for piece in view_of(plan, audience).evidence or ()}


def test_two_pieces_point_to_each_other() -> None:
    seen = pieces(plan_of(), "family")
    assert seen["june"].before
    assert (seen["june"].before.id, seen["june"].later) == ("may", ())
    assert (seen["may"].before, [one.id for one in seen["may"].later]) == (None, ["june"])


NO_CONSENT = {"people": [{"name": "Somebody Quiet", "consent": "no"}]}


@pytest.mark.parametrize("hidden", [{"for": []}, NO_CONSENT])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_pair_is_shown_to_those_alone_who_see_both(audience: str, hidden: dict[str, Any]) -> None:
    keeper = audience == "self" or (audience == "advisor" and "people" in hidden)
    without_earlier = pieces(plan_of(earlier=hidden), audience).get("june")
    without_later = pieces(plan_of(later=hidden), audience).get("may")
    assert without_earlier is None or bool(without_earlier.before) == keeper
    assert without_later is None or bool(without_later.later) == keeper
    if not keeper:
        assert "May hand" not in everything_in(view_of(plan_of(earlier=hidden), audience))
        assert "June hand" not in everything_in(view_of(plan_of(later=hidden), audience))


def test_captions_are_read_where_no_transcript_is_written() -> None:
    captions = (
        "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Mia>One &amp; <i>two</i>\n\n00:02.100 --> 00:03.000\n<v Mia>three\n"
    )
    seen = pieces(
        plan_of({"captions": captions, "language": "pt"}, {"captions": captions, "transcript": "Mine."}), "family"
    )
    assert (seen["may"].transcript_md, seen["may"].speech, seen["may"].captions) == (
        "Mia: One &#38; two three",
        "pt",
        True,
    )
    assert (seen["june"].transcript_md, seen["june"].speech) == ("Mine.", "es")


def reflection(id_: str, day: str, **fields: Any) -> dict[str, Any]:
    return {"id": id_, "date": day, "by": "student", "about": ["may"], "text": LONG, "for": ["family"], **fields}


def test_a_piece_shows_how_the_learners_own_reflections_begin() -> None:
    plan = plan_of(
        reflections=[
            reflection("short", "2026-05-02", text="Shadows first."),
            reflection("long", "2026-05-03"),
            reflection("hers", "2026-05-04", by="teacher"),
            reflection("other", "2026-05-05", about=["june"]),
            reflection("private", "2026-05-06", **{"for": ["self"]}),
        ]
    )
    quotes = {one.id: one for one in pieces(plan, "family")["may"].reflections}
    assert list(quotes) == ["long", "short"]
    assert LONG.startswith(quotes["long"].text_md)
    assert 40 < len(quotes["long"].text_md) <= 160
    assert (quotes["long"].whole, quotes["short"].whole) == (False, True)
    assert [one.id for one in pieces(plan, "self")["may"].reflections] == ["private", "long", "short"]


@pytest.mark.parametrize(
    ("fields", "lacks"),
    [
        ({"file": "a.PNG"}, "seen"),
        ({"file": "a.mov"}, "seen"),
        ({"file": "a.mov", "transcript": "Words."}, "seen"),
        ({"file": "a.mp3"}, "heard"),
        ({"file": "a.mp3", "transcript": "Words."}, None),
        ({"file": "a.mp3", "alt": "A song"}, None),
        ({"file": "a.png", "alt": "A hand"}, None),
        ({"file": "a.pdf"}, None),
        ({"file": None, "link": "https://example.org/"}, None),
    ],
)
def test_what_is_not_put_in_words_is_told_to_those_who_keep_the_plan(fields: dict[str, Any], lacks: str | None) -> None:
    told = {audience: pieces(plan_of(fields), audience)["may"].undescribed for audience in ("self", "family", "public")}
    assert told == {"self": lacks, "family": None, "public": None}
