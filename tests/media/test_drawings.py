"""A drawing is shown as what it is, in a place of its own shape."""

from __future__ import annotations

from pathlib import Path

import pytest

from media.bombs import uses
from media.pictures import kept, portfolio_of
from waypost.media import build_media
from waypost.media.cleaning.markup import read_markup
from waypost.media.cleaning.uses import draws_too_much
from waypost.media.drawings import drawing_extent

SVG = 'xmlns="http://www.w3.org/2000/svg"'
EXTENTS = {
    f"<svg {SVG} viewBox='0 0 300 200'/>": (960, 640),
    f"<svg {SVG} width='20' height='40'/>": (480, 960),
    f"<svg {SVG} width='20mm' height='40mm' viewBox='0 0 9 9'/>": (480, 960),
    f"<svg {SVG} width='100%' height='100%' viewBox='-5,-5 10,5'/>": (960, 480),
    f"<svg {SVG} width='10cm' height='40mm' viewBox='0 0 4 1'/>": (960, 240),
    f"<svg {SVG}/>": (960, 480),
    f"<svg {SVG} viewBox='0 0 0 5'/>": (960, 480),
    f"<svg {SVG} viewBox='0 0 nan 5'/>": (960, 480),
    f"<svg {SVG} width='1e999' height='1e999'/>": (960, 480),
    f"<svg {SVG} width='900000' height='1'/>": (960, 480),
    f"<svg {SVG} height='5' viewBox='0 0 2 1'/>": (960, 480),
    "<p/>": (960, 480),
}


@pytest.mark.parametrize(("markup", "extent"), EXTENTS.items())
def test_shape_of_a_drawing_is_known_before_it_is_there(markup: str, extent: tuple[int, int], tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(f"<!-- width='1' -->{markup}")
    assert drawing_extent(tmp_path / "a.svg") == extent


def test_cleaned_drawing_is_shown_as_a_picture(tmp_path: Path) -> None:
    source = tmp_path / "map.SVG"
    source.write_text(f"<svg {SVG} viewBox='0 0 2 1'><script>alert(1)</script><path d='M0 0h2'/></svg>")
    media, problems = build_media(portfolio_of(piece=source), tmp_path / "store")
    assert problems == ()
    (file,) = media["piece"].files
    assert (media["piece"].kind, file.type, file.name) == ("image", "image/svg+xml", "map.SVG")
    assert (file.width, file.height) == (960, 480)
    assert b"script" not in file.path.read_bytes()
    assert b"path" in file.path.read_bytes()


def test_drawing_that_is_kept_as_it_is_is_only_offered(tmp_path: Path) -> None:
    source = tmp_path / "map.svg"
    source.write_text(f"<svg {SVG}><script>alert(1)</script></svg>")
    media, _ = build_media(kept(portfolio_of(piece=source)), tmp_path / "store")
    assert (media["piece"].kind, media["piece"].large.type) == ("document", "application/octet-stream")


def test_drawing_counts_what_it_uses_again_and_stops_where_a_page_could_not_draw_it() -> None:
    few = read_markup(uses(2))
    assert not draws_too_much(few)
    assert draws_too_much(read_markup(uses(6)))
    numbers = range(1, 7)
    tiles = (f"<pattern id='p{n}'>{f'<path style=%sfill:url(#p{n - 1})%s/>' * 10}</pattern>" for n in numbers)
    painted = "".join(tiles).replace("%s", "'") + "<rect fill='url( \"#p6\")'/>"
    assert draws_too_much(read_markup(f"<svg {SVG}>{painted}</svg>".encode()))
    tiles = (f"<pattern id='p{n}'>{f'<path class=%sa{n - 1} b%s/>' * 10}</pattern>" for n in numbers)
    classed = "".join(tiles).replace("%s", "'") + "<rect class='a6'/>"
    rules = "".join(f".c, path.a{n} {{fill: url(#p{n})}}" for n in numbers)
    assert not draws_too_much(read_markup(f"<svg {SVG}>{classed}</svg>".encode()))
    assert draws_too_much(read_markup(f"<svg {SVG}><style>{rules}</style>{classed}</svg>".encode()))
    itself = "<g id='a'><use href='#a'/></g>"
    assert not draws_too_much(read_markup(f"<svg {SVG}>{itself}</svg>".encode()))
