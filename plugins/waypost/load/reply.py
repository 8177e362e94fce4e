"""A reply out of its seal. Whoever has a link can seal what they like, so nothing in it is believed unread."""

from __future__ import annotations

from pydantic import ValidationError

from waypost.errors import WaypostError
from waypost.model.reply import Reply


def read_reply(content: bytes) -> Reply:
    """Reads the JSON of a reply, padded with spaces. Raises WaypostError for everything else."""
    try:
        # pydantic's own reader: it ends at a depth and a length where Python's would end the process.
        return Reply.model_validate_json(content)
    except ValidationError as error:
        places = {str(one["loc"][0]) if one["loc"] else one["type"] for one in error.errors(include_url=False)}
    if "json_invalid" not in places and "waypost" not in places and "v" in places:
        raise WaypostError("this reply was written by a newer Waypost than this one: update Waypost, then try again")
    raise WaypostError("this was sealed for your school, but it is not a reply that Waypost wrote: do not use it")
