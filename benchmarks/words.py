"""Prose of a made-up school, from a seed: no two learners get the same text, and the same seed gives it again."""

from __future__ import annotations

import datetime
import random
from collections.abc import Sequence
from pathlib import Path

import yaml

FIRST_DAY = datetime.date(2024, 9, 2)
LAST_DAY = datetime.date(2026, 11, 18)

WORDS: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("vocabulary.yml").read_text(encoding="utf-8"))


class Writer:
    """Writes for one learner. Everything follows from `seed`."""

    def __init__(self, seed: str) -> None:
        self.chance = random.Random(seed)

    def pick(self, choices: Sequence[str]) -> str:
        """One of the choices."""
        return self.chance.choice(choices)

    def name(self) -> str:
        """A person's name."""
        return f"{self.pick(WORDS['given'])} {self.pick(WORDS['family'])}"

    def title(self) -> str:
        """A title of a few words."""
        return self._fill(self.pick(WORDS["titles"]))

    def sentence(self) -> str:
        """One sentence."""
        return self._fill(self.pick(WORDS["forms"]))

    def prose(self, least: int, most: int) -> str:
        """A paragraph of `least` to `most` sentences."""
        return " ".join(self.sentence() for _ in range(self.chance.randint(least, most)))

    def day(self, first: datetime.date = FIRST_DAY, last: datetime.date = LAST_DAY) -> str:
        """A day, as plans write it."""
        return (first + datetime.timedelta(days=self.chance.randint(0, (last - first).days))).isoformat()

    def essay(self) -> str:
        """A page of Markdown: paragraphs, a list, sometimes a table."""
        points = "\n".join(f"- **{self.title()}**: {self.sentence()}" for _ in range(self.chance.randint(2, 4)))
        parts = [self.prose(4, 6), points, self.prose(3, 5)]
        if self.chance.random() < 0.4:
            rows = "\n".join(f"| {self.day()} | {self.title()} |" for _ in range(3))
            parts.insert(2, f"| When | What |\n| --- | --- |\n{rows}")
        return "\n\n".join(parts)

    def _fill(self, form: str) -> str:
        number = self.chance.randint(3, 97)
        words = {
            "thing": self.pick(WORDS["things"]),
            "place": self.pick(WORDS["places"]),
            "person": self.pick(WORDS["people"]),
            "did": self.pick(WORDS["did"]),
            "felt": self.pick(WORDS["felt"]),
            "time": self.pick(WORDS["times"]),
            "lesson": self.pick(WORDS["lessons"]),
            "subject": self.pick(WORDS["subjects"]),
            "odd": f"{self.pick(WORDS['halves'])}{self.pick(WORDS['ends'])} {self.chance.randint(1, 60)}",
            "number": str(number),
            "smaller": str(self.chance.randint(2, number)),
        }
        capitals = {word.capitalize(): text[0].upper() + text[1:] for word, text in words.items()}
        return form.format(**words, **capitals)
