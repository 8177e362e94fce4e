"""Who may write back, and what about: nothing that they do not see."""

from __future__ import annotations

import pytest

from views.examples import PLAN, plan_with, view_of
from waypost.model import Audience
from waypost.views.reply import build_reply_view

POST = "age1post"


@pytest.mark.parametrize("audience", Audience)
def test_family_and_panel_write_back_and_nobody_else(audience: Audience) -> None:
    reply = build_reply_view(view_of(PLAN, audience), POST)
    assert (reply is not None) == (audience in ("family", "panel"))


def test_reply_can_be_about_what_is_shown() -> None:
    reply = build_reply_view(view_of(PLAN, Audience.FAMILY), POST)
    assert reply
    assert reply.post == POST
    assert {one.kind for one in reply.goals} == {"goal"}
    assert [one.id for one in reply.evidence] == ["evidence-id"]
    assert len({one.id for one in reply.goals}) == len(reply.goals) > 0


def test_reply_names_nothing_that_the_audience_does_not_see() -> None:
    hidden = plan_with({"evidence": ["self"]})
    reply = build_reply_view(view_of(hidden, Audience.PANEL), POST)
    assert reply
    assert reply.evidence == ()
