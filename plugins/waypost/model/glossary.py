"""The field's own terms, explained in our words."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Id, Line, Part

Meaning = Annotated[str, Field(min_length=20, max_length=500)]


class Term(Part):
    """A term, and what it means here."""

    id: Id = Field(description="The term's id.")
    term: Line = Field(description="The term, as one says it.")
    also: tuple[Line, ...] = Field(default=(), description="Other ways to say or write it, such as its short form.")
    meaning: Meaning = Field(description="What it means, in one to three plain sentences.")

    @property
    def names(self) -> frozenset[str]:
        """Every way to say it, in small letters."""
        return frozenset(name.casefold() for name in (self.term, *self.also))


class Glossary(Part):
    """Every term that the toolbox uses and that not everybody knows, in toolbox/glossary.yml."""

    name: Line = Field(description="The glossary's name.")
    statement: Line = Field(description="What it is for.")
    terms: Annotated[tuple[Term, ...], Field(min_length=1)] = Field(description="The terms, in order of the alphabet.")

    def find(self, name: str) -> Term | None:
        """The term that `name` says, or None."""
        return next((term for term in self.terms if name.casefold() in term.names), None)
