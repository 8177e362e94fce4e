"""The shapes that templates draw. Text fields named `*_md` hold Markdown; all others are plain text."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from waypost.model import Audience

from .design import DesignView
from .quotes import QuoteView
from .voices import VoiceView

if TYPE_CHECKING:
    from .cycle import CycleView
    from .expectations import ExpectationView
    from .gallery import WayView
    from .gaps import GapView
    from .moments import ProficiencyView
    from .periods import PeriodView
    from .slides import PresentationView
    from .timeline import LineView
    from .transitions import TransitionView

ReferenceKind = Literal["goal", "step", "evidence", "proficiency", "reflection", "meeting"]
PAGE_OF: dict[ReferenceKind, str] = {
    "goal": "goals",
    "step": "goals",
    "evidence": "evidence",
    "proficiency": "growth",
    "reflection": "reflections",
    "meeting": "journey",
}


@dataclass(frozen=True)
class Reference:
    """A pointer to something that this audience sees too."""

    kind: ReferenceKind
    id: str
    title: str

    @property
    def href(self) -> str:
        """The route to it inside the portfolio."""
        return f"#{PAGE_OF[self.kind]}/{self.id}"


@dataclass(frozen=True)
class OwnValue:
    """A field of the school's own: its label and what the learner wrote."""

    label: str
    text_md: str


@dataclass(frozen=True)
class LearnerView:
    """The cover. `language` is the learner's, `school_language` that of what school.yml calls things."""

    name: str
    sentence: str | None
    picture: Reference | None
    ask_me: tuple[str, ...]
    language: str
    school_language: str
    school: str | None
    grade: int | None
    advisory: str | None
    student_id: str | None
    started: datetime.date | None
    own: tuple[OwnValue, ...]
    latest: tuple[Reference, ...]
    design: DesignView


@dataclass(frozen=True)
class NoteView:
    """A strength, value, influence, interest or challenge: a line, and more about it."""

    text: str
    more_md: str | None
    evidence: tuple[Reference, ...]
    own: tuple[OwnValue, ...]


@dataclass(frozen=True)
class BaselineView:
    """A first result."""

    area: str
    title: str
    date: datetime.date | None
    result_md: str
    evidence: tuple[Reference, ...]
    own: tuple[OwnValue, ...]


@dataclass(frozen=True)
class ProfileView:
    """Who I am. `None` where this audience does not see a section, empty where nothing is written yet."""

    about_md: str | None
    strengths: tuple[NoteView, ...]
    values: tuple[NoteView, ...]
    influences: tuple[NoteView, ...]
    how_i_learn_md: str | None
    interests: tuple[NoteView, ...]
    soon_md: str | None
    later_md: str | None
    after_school_md: str | None
    challenges: tuple[NoteView, ...] | None
    baselines: tuple[BaselineView, ...] | None
    own: tuple[OwnValue, ...]


@dataclass(frozen=True)
class StepView:
    """An action step. `late` is true once its day has passed and it is neither done nor set aside."""

    id: str
    title: str
    when: str | None
    start: datetime.date | None
    due: datetime.date | None
    done: datetime.date | None
    status: str
    late: bool
    pathway: str | None
    expectations: tuple[str, ...]
    evidence: tuple[Reference, ...]
    planned_evidence_md: str | None
    support: tuple[str, ...]
    notes_md: str | None
    voices: tuple[VoiceView, ...]
    own: tuple[OwnValue, ...]


@dataclass(frozen=True)
class GoalView:
    """A goal; `short` holds the short goals that lead to it."""

    id: str
    title: str
    term: str
    stage: str
    why_md: str | None
    values: tuple[str, ...]
    expectations: tuple[str, ...]
    pathway: str | None
    preparation_md: str | None
    measure_md: str | None
    start: datetime.date | None
    by: datetime.date | None
    status: str
    late: bool
    progress_md: str | None
    support: tuple[str, ...]
    steps: tuple[StepView, ...]
    evidence: tuple[Reference, ...]
    serves: tuple[Reference, ...]
    short: tuple[GoalView, ...]
    voices: tuple[VoiceView, ...]
    own: tuple[OwnValue, ...]


@dataclass(frozen=True)
class EvidenceView:
    """A piece of evidence. `waits_for_consent`: who has not agreed yet, while only self and advisor see it.

    `before` is the earlier piece that it stands beside, `later` are those that stand beside it. `speech` is the
    language of the transcript and the captions. `reflections` are the learner's own, as they begin, and `voices`
    are those of others. `undescribed` says what nobody has put in words yet, what can be seen or heard, to those who
    keep the plan.
    """

    id: str
    title: str
    caption_md: str | None
    date: datetime.date | None
    alt: str | None
    file: str | None
    link: str | None
    goals: tuple[Reference, ...]
    steps: tuple[Reference, ...]
    expectations: tuple[str, ...]
    people: tuple[str, ...]
    waits_for_consent: tuple[str, ...]
    before: Reference | None
    later: tuple[Reference, ...]
    transcript_md: str | None
    captions: bool
    speech: str
    reflections: tuple[QuoteView, ...]
    voices: tuple[VoiceView, ...]
    undescribed: Literal["seen", "heard"] | None
    own: tuple[OwnValue, ...]


@dataclass(frozen=True)
class ReflectionView:
    """A reflection, in whose voice and about what."""

    id: str
    date: datetime.date
    by: str
    name: str | None
    language: str | None
    title: str | None
    about: tuple[Reference, ...]
    text_md: str
    own: tuple[OwnValue, ...]


@dataclass(frozen=True)
class MeetingView:
    """A meeting about the plan."""

    kind: Literal["meeting"]
    id: str | None
    date: datetime.date
    title: str | None
    participants: tuple[tuple[str, str], ...]
    notes_md: str | None
    own: tuple[OwnValue, ...]


@dataclass(frozen=True)
class ChangeView:
    """One thing that was changed."""

    what: str
    item: Reference | None
    before_md: str | None
    after_md: str | None


@dataclass(frozen=True)
class RevisionView:
    """A change of plan and its reasons."""

    kind: Literal["revision"]
    date: datetime.date
    why_md: str
    changes: tuple[ChangeView, ...]
    reflections: tuple[Reference, ...]
    meeting: Reference | None
    own: tuple[OwnValue, ...]


@dataclass(frozen=True)
class PortfolioView:
    """Everything that one audience sees. A page that it does not see is None; one with nothing on it yet is empty.

    `periods` tell what moved since each meeting, `timeline` is the plan as a map, and `expectations` what it
    does toward the school's. `cycle` is the head of the journey, for those who go through it with the learner.
    `changes_on` is the first day on which the same plan gives another view (a due date passes), or None.
    """

    audience: Audience
    learner: LearnerView
    profile: ProfileView | None
    goals: tuple[GoalView, ...] | None
    evidence: tuple[EvidenceView, ...] | None
    growth: tuple[ProficiencyView, ...] | None
    periods: tuple[PeriodView, ...]
    timeline: tuple[LineView, ...] | None
    expectations: tuple[ExpectationView, ...] | None
    reflections: tuple[ReflectionView, ...] | None
    journey: tuple[MeetingView | RevisionView, ...] | None
    cycle: CycleView | None
    transition: tuple[TransitionView, ...] | None
    presentation: PresentationView | None
    gallery: tuple[WayView, ...]
    gaps: tuple[GapView, ...] | None
    own: tuple[OwnValue, ...]
    changes_on: datetime.date | None
