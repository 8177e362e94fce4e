"""Pictures that move go on moving, within limits, and always have a first frame to stand still on."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from media.pictures import (
    BLUE,
    GREEN,
    RED,
    Indoors,
    alike,
    corners,
    encode_moving,
    notes,
    pixel,
    portfolio_of,
    quarters,
    riff_chunks,
    save,
)
from waypost.media import build_media, moving
from waypost.media.cleaning.trouble import too_large
from waypost.media.photographs import store_picture

COLOURS = (RED, GREEN, BLUE)


def write_moving(path: Path, size: tuple[int, int] = (64, 48), count: int = 3, **options: object) -> Path:
    """A picture of a colour after another."""
    frames = [Image.new("RGB", size, COLOURS[number % 3]) for number in range(count)]
    # The frames of a GIF are told apart by their pixels, so none is like the one before.
    frames[0].save(path, save_all=True, append_images=frames[1:], **{"duration": 120, "loop": 0} | options)
    return path


def frames_of(content: bytes) -> list[tuple[tuple[int, ...], int]]:
    """The colour in the middle of each frame, and how long it is shown."""
    found = []
    with Image.open(io.BytesIO(content)) as picture:
        for number in range(getattr(picture, "n_frames", 1)):
            picture.seek(number)
            picture.load()
            found.append((pixel(picture, (picture.width // 2, picture.height // 2)), round(picture.info["duration"])))
    return found


@pytest.mark.parametrize("name", ["a.gif", "a.webp", "a.png", "a.apng"])
def test_every_frame_is_there_for_as_long_as_it_was(name: str, tmp_path: Path) -> None:
    source = write_moving(tmp_path / name, duration=[120, 300, 80], **({"format": "PNG"} if "png" in name else {}))
    picture = encode_moving(source)
    assert picture is not None
    frames = frames_of(picture.content)
    assert [duration for _, duration in frames] == [120, 300, 80]
    assert all(alike(found, colour, 20) for (found, _), colour in zip(frames, COLOURS, strict=True))
    assert set(riff_chunks(picture.content)) == {"VP8X", "ANIM", "ANMF"}


def test_piece_that_moves_has_its_first_frame_and_its_motion(tmp_path: Path) -> None:
    source = write_moving(tmp_path / "orbit.gif")
    media, problems = build_media(portfolio_of(piece=source), tmp_path / "store")
    assert problems == ()
    piece = media["piece"]
    assert piece.kind == "image"
    assert alike(corners(piece.small.path.read_bytes())[0], RED, 20)
    assert piece.moving is not None
    assert (piece.moving.token, piece.moving.width, piece.moving.height) == ("piece.moving", 64, 48)
    assert piece.moving in piece.everything
    assert piece.moving not in piece.files


def test_picture_that_stands_still_has_no_motion(tmp_path: Path) -> None:
    for source in (save(tmp_path / "a.gif", quarters(mode="P")), save(tmp_path / "a.png", quarters())):
        assert encode_moving(source) is None
    assert encode_moving(write_moving(tmp_path / "a.tif")) is None


def test_motion_is_made_small_enough_for_a_page(tmp_path: Path) -> None:
    picture = encode_moving(write_moving(tmp_path / "a.webp", (1600, 800)))
    assert picture is not None
    assert (picture.width, picture.height) == (720, 360)


def test_motion_stays_below_its_pixels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moving, "MOST_PIXELS", 3 * 32 * 24)
    picture = encode_moving(write_moving(tmp_path / "a.gif"))
    assert picture is not None
    assert (picture.width, picture.height) == (32, 24)


def test_too_many_frames_are_told_and_shown_still(tmp_path: Path) -> None:
    source = write_moving(tmp_path / "a.gif", (8, 8), count=301)
    media, problems = build_media(portfolio_of(piece=source), tmp_path / "store")
    message = (
        "this picture moves for longer than can be shown (301 frames), so it is shown still; save a shorter or smaller "
        "copy, or a film, to have it move"
    )
    assert [(problem.severity, problem.message) for problem in problems] == [("advice", message)]
    assert media["piece"].moving is None
    assert build_media(portfolio_of(piece=source), tmp_path / "store") == (media, problems)


class Impatient(Indoors):
    """Finds that whatever moves takes too long."""

    def ask(self, task: str, *rest: Any, **more: Any) -> Any:
        given = super().ask(task, *rest, **more)
        if task == "motion":
            raise too_large()
        return given


def test_motion_that_cannot_be_made_leaves_the_picture_still_and_is_told(tmp_path: Path) -> None:
    source, workroom = write_moving(tmp_path / "a.gif"), Impatient()
    for asked in (["picture", "motion"], []):
        picture = store_picture(source, tmp_path / "store", workroom)
        assert (len(picture.sizes), picture.moving) == (1, None)
        assert picture.told == f"this picture moves, but is shown still: {too_large()}"
        assert [task for task, _ in workroom.asked] == asked
        workroom.asked.clear()
    assert not list((tmp_path / "store").rglob("*moving*"))


def test_frames_in_no_time_are_shown_as_browsers_do(tmp_path: Path) -> None:
    picture = encode_moving(write_moving(tmp_path / "a.gif", duration=0))
    assert picture is not None
    assert [duration for _, duration in frames_of(picture.content)] == [100, 100, 100]


def test_what_can_be_seen_through_stays_so_while_it_moves(tmp_path: Path) -> None:
    frames = [Image.new("RGBA", (32, 32), (*colour, alpha)) for colour, alpha in ((RED, 0), (GREEN, 128), (BLUE, 255))]
    frames[0].save(tmp_path / "a.webp", save_all=True, append_images=frames[1:], duration=100, lossless=True)
    picture = encode_moving(tmp_path / "a.webp")
    assert picture is not None
    assert [found[3] for found, _ in frames_of(picture.content)] == [0, 128, 255]


def test_moving_picture_lies_as_it_was_held(tmp_path: Path) -> None:
    source = write_moving(tmp_path / "a.webp", (64, 32), exif=notes(6))
    picture = encode_moving(source)
    assert picture is not None
    assert (picture.width, picture.height) == (32, 64)
