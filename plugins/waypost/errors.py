"""What goes wrong, and how it is told: place, problem, mend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "advice"]


@dataclass(frozen=True, order=True)
class Problem:
    """One problem in somebody's input.

    `file` is the path as the user would type it, `line` and `column` count from 1 (0: the file as a whole).
    An `error` keeps a learner's last good portfolio in place. A `warning` is published all the same, but a strict
    build fails on it. An `advice` makes a good plan better and fails nothing.
    """

    file: str
    line: int
    column: int
    message: str
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class WaypostError(Exception):
    """Stops the work with a message that a person can act on. `exit_code` follows design, section 7."""

    exit_code = 1

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class UsageError(WaypostError):
    """A command or option was used in a way that cannot mean anything."""

    exit_code = 2


class SealedError(WaypostError):
    """Something sealed cannot be opened with what was given."""

    exit_code = 3


class InputProblems(WaypostError):
    """Input that a command cannot go on with; carries every problem found, not the first only."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
