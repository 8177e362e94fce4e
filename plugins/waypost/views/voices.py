"""Who has reflected on a goal, a step or a piece of evidence, and when."""

from __future__ import annotations

import datetime
from collections.abc import Container
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .scope import Scope

NOBODY: Container[str] = ()


@dataclass(frozen=True)
class VoiceView:
    """A reflection where it is only named: in whose voice it is, of which day, and its title."""

    id: str
    date: datetime.date
    by: str
    name: str | None
    language: str | None
    title: str | None


def build_voice_views(scope: Scope, id_: str, but: Container[str] = NOBODY) -> tuple[VoiceView, ...]:
    """The reflections about what has this id, oldest first, as in a conversation; without those in a voice of `but`."""
    about = (one for one in reversed(scope.reflections) if id_ in one.about and one.by not in but)
    return tuple(VoiceView(one.id, one.date, one.by, one.name, one.language, one.title) for one in about)
