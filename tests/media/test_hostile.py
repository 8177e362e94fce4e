"""Files that were made to do harm, or that harm has come to: each gets one message, or is cleaned; nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from media.harm import HOSTILE, POLYGLOTS, Content, content_of, whole_of
from media.pictures import portfolio_of
from media.specimens import RECORDINGS, SPECIMENS
from waypost.media import build_media, inspect_media
from waypost.media.cleaning.sorts import clean_file, sort_of
from waypost.media.cleaning.trouble import CleaningError
from waypost.media.workroom import Workroom

CLEANED = sorted(name for name in SPECIMENS if (sort := sort_of(name)) and sort.clean)


@pytest.mark.parametrize(("name", "content", "message"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_file_gets_one_message_and_the_others_are_built(
    name: str, content: Content, message: str, tmp_path: Path
) -> None:
    bad, good = tmp_path / name, tmp_path / "good.flac"
    bad.write_bytes(content_of(content))
    good.write_bytes((RECORDINGS / "voice.flac").read_bytes())
    media, (problem,) = build_media(portfolio_of(bad=bad, good=good), tmp_path / "store")
    assert list(media) == ["good"]
    assert (problem.file, problem.line, problem.severity) == (str(bad), 0, "error")
    assert problem.message.startswith("this ")
    assert message in problem.message
    assert "; " in problem.message
    assert not [path for path in (tmp_path / "store").rglob("*") if path.suffix.lstrip(".").isdigit()]


def test_look_at_the_head_tells_what_is_misnamed_and_writes_nothing(tmp_path: Path, workroom: Workroom) -> None:
    misnamed = {id_: row for id_, row in HOSTILE.items() if id_.split()[2:3] == ["as"]}
    assert len(misnamed) > 6
    for name, content, message in misnamed.values():
        path = tmp_path / name
        path.write_bytes(content_of(content))
        told = [problem.message for problem in inspect_media(portfolio_of(bad=path), workroom)]
        assert told == [] or message in told[0]
        assert [one.name for one in tmp_path.iterdir()] == [name]
        path.unlink()


@pytest.mark.parametrize("row", POLYGLOTS.values(), ids=POLYGLOTS)
def test_two_files_in_one_become_one(row: tuple[str, Callable[[bytes], bytes], bytes], tmp_path: Path) -> None:
    name, make, other = row
    (tmp_path / name).write_bytes(make(whole_of(name)))
    clean_file(tmp_path / name, tmp_path / "clean")
    assert other not in (tmp_path / "clean").read_bytes()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every specimen that a cleaner takes, as bytes."""
    folder = tmp_path_factory.mktemp("whole")
    for name in CLEANED:
        SPECIMENS[name](folder / name)
    return {name: (folder / name).read_bytes() for name in CLEANED}


def told(source: Path, target: Path) -> str | None:
    """What is said of a file that cannot be cleaned, or None of one that was."""
    try:
        clean_file(source, target)
    except CleaningError as error:
        return str(error)
    return None


@settings(
    deadline=None, max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(
    name=st.sampled_from(CLEANED),
    changes=st.lists(st.tuples(st.integers(0, 700) | st.integers(0, 60_000), st.integers(0, 255)), max_size=8),
    end=st.integers(0, 60_000) | st.just(1 << 20),
    more=st.binary(max_size=20),
)
def test_any_bytes_are_cleaned_or_told(
    name: str,
    changes: list[tuple[int, int]],
    end: int,
    more: bytes,
    whole: dict[str, bytes],
    tmp_path: Path,
) -> None:
    content = bytearray(whole[name])
    for place, value in changes:
        content[place % len(content)] = value
    (tmp_path / name).write_bytes(content[:end] + more)
    message = told(tmp_path / name, tmp_path / "clean")
    assert message is None or (message.startswith("this ") and "; " in message)
    assert message is not None or (tmp_path / "clean").is_file()


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(CLEANED), head=st.sampled_from((0, 4, 12, 64)), content=st.binary(max_size=300))
def test_any_bytes_behind_a_true_head_are_cleaned_or_told(
    name: str, head: int, content: bytes, whole: dict[str, bytes], tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(whole[name][:head] + content)
    message = told(tmp_path / name, tmp_path / "clean")
    assert message is None or "; " in message
