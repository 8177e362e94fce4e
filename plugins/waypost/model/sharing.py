"""Who has a link to a portfolio. Source: design, section 4."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import Field

from .base import Audience, Day, Flag, FromText, Line, Part


class Recipient(Part):
    """A named person or group with a link of their own."""

    name: Line = Field(description="Who gets this link. The link follows from this name: another name is another link.")
    audience: Audience = Field(description="What they see: self, advisor, family, panel or public.")
    language: str | None = Field(
        default=None,
        pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        description="The language of the page around the learner's words, such as es. Left out: the school's.",
    )
    passphrase: Flag = Field(default=False, description="yes: the link opens only together with a passphrase.")
    until: Day | None = Field(default=None, description="The last day on which the link is part of a build.")
    withdrawn: Flag = Field(default=False, description="yes: the link opens nothing from the next build on.")
    link: int = Field(
        default=1,
        ge=1,
        le=999,
        description="Raise it by one to give this person a new link, when the old one went astray.",
    )

    def is_active(self, today: datetime.date) -> bool:
        """Whether a build on `today` gives this recipient a grant."""
        return not self.withdrawn and (self.until is None or today <= self.until)


class Sharing(Part):
    """The file sharing.yml."""

    recipients: tuple[Annotated[Recipient, FromText("name")], ...] = Field(
        default=(), description="Everyone who has a link."
    )


DEFAULT_SHARING = Sharing(
    recipients=(
        Recipient(name="Family", audience=Audience.FAMILY),
        Recipient(name="Advisor", audience=Audience.ADVISOR),
    )
)
"""Used for a learner without a sharing.yml. Source: design, section 7."""
