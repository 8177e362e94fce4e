"""What things of a plan are called where somebody points to them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from waypost.model.media import MediaSet

from .files import kind_of
from .language import Language
from .prose import inline, person, series, spoken
from .span import find_span
from .terms import say_term

if TYPE_CHECKING:
    from waypost.views.moments import ProficiencyView
    from waypost.views.portfolio import EvidenceView, PortfolioView, Reference


class Labels:
    """Names for the parts of one view in one language."""

    def __init__(self, view: PortfolioView, language: Language) -> None:
        self._view = view
        self._language = language
        self._pieces = {piece.id: piece for piece in view.evidence or ()}
        self._days = {one.id: one.date for one in view.reflections or ()}
        self._tongues = {one.id: one.language for one in view.reflections or ()}
        self._days |= {one.id: one.date for one in view.journey or () if one.kind == "meeting" and one.id}

    def dated(self, kind: str, day: datetime.date) -> str:
        """A name for something without a title: what it is, and of which day."""
        said = {
            "reflection": self._language.gettext("Reflection of %(day)s"),
            "meeting": self._language.gettext("Meeting of %(day)s"),
            "revision": self._language.gettext("Change of plan of %(day)s"),
        }[kind]
        return said % {"day": self._language.date(day)}

    def of(self, reference: Reference) -> str:
        """The title of what `reference` points to, or a name by its day."""
        return reference.title or self.dated(reference.kind, self._days[reference.id])

    def alt(self, reference: Reference) -> str:
        """What can be seen in a piece of evidence, for people who cannot see it."""
        piece = self._pieces.get(reference.id)
        return (piece.alt if piece else None) or reference.title

    def pairs(self, proficiency: ProficiencyView) -> list[tuple[EvidenceView, EvidenceView]]:
        """The pieces that show a proficiency and have an earlier one to stand beside: each with that one in front."""
        named = (*proficiency.shown_by, *(one for moment in proficiency.placements for one in moment.evidence))
        pieces = [self._pieces[id_] for id_ in dict.fromkeys(one.id for one in named) if id_ in self._pieces]
        return [(self._pieces[piece.before.id], piece) for piece in pieces if piece.before]

    def day_of(self, reference: Reference) -> datetime.date | None:
        """The day on which a piece of evidence was made."""
        piece = self._pieces.get(reference.id)
        return piece.date if piece else None

    def kind(self, files: MediaSet | None, id_: str) -> str:
        """What kind of thing the piece of evidence `id_` is, whose files are `files`."""
        if files is not None:
            return kind_of(self._language, files)
        piece = self._pieces.get(id_)
        return self._language.gettext("Web page") if piece and piece.link else self._language.gettext("Words")

    def voice(self, kind: str, by: str, name: str | None) -> str:
        """Who says something: the name and what this person is to the learner, or that alone."""
        role = say_term(self._language, kind, by)
        if name is None:
            return role
        return self._language.gettext("%(name)s, %(role)s") % {"name": name, "role": role}

    def who(self, kind: str, by: str, name: str | None) -> Markup:
        """As `voice`, with the name kept apart from the words around it."""
        role = escape(say_term(self._language, kind, by))
        if name is None:
            return role
        named = person(name, self._view.learner.language, self._language)
        return escape(self._language.gettext("%(name)s, %(role)s")) % {"name": named, "role": role}

    @property
    def school_tongue(self) -> Markup:
        """The attribute that tells the language of the school's own words, where it is not the page's."""
        tag = self._view.learner.school_language
        return Markup(' lang="{}"').format(tag) if spoken(tag, self._language) else Markup("")

    def mark(self, reference: Reference) -> Markup:
        """The attributes that tell the language of what `of` gives, where it is not the page's."""
        if not reference.title:
            return Markup("")
        learner = self._view.learner
        tag = learner.school_language if reference.kind == "proficiency" else self._tongues.get(reference.id)
        return spoken(tag or learner.language, self._language)

    def tongue(self, tag: str | None) -> str | None:
        """The name of a language that is neither the page's nor the learner's; None where there is none to name."""
        if tag is None:
            return None
        base = tag.split("-", 1)[0].lower()
        if base in (self._view.learner.language.split("-", 1)[0].lower(), self._language.locale.language):
            return None
        name = self._language.locale.languages.get(base)
        return str(name) if name else None

    @property
    def place(self) -> Markup:
        """Grade and school, as far as this audience sees them."""
        learner = self._view.learner
        grade = self._language.gettext("Grade %(grade)s")
        said = (
            grade % {"grade": self._language.number(learner.grade)} if learner.grade is not None else "",
            inline(learner.school, learner.school_language, self._language) if learner.school else "",
        )
        return series([one for one in said if one], self._language)

    @property
    def span(self) -> str:
        """From which month to which the portfolio tells."""
        days = find_span(self._view)
        return self._language.months(*days) if days else ""
