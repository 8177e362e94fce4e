"""Exchanging two folders: one step where the system can, and nothing lost where it cannot."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from waypost.publish import exchange as stage
from waypost.publish.exchange import exchange, recover


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """A new site and an old one."""
    for name in ("new", "site"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page").write_text(name)
    return tmp_path / "new", tmp_path / "site"


def told(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in sorted(folder.rglob("page"))}


def without_system_call(monkeypatch: pytest.MonkeyPatch, code: int = errno.ENOSYS) -> None:
    monkeypatch.setattr(stage, "_call_system", lambda _new, _old: code)


def crash_at_rename(monkeypatch: pytest.MonkeyPatch, number: int, error: BaseException) -> None:
    """Lets the rename of this number, from 1, fail, as it does when the power goes or the disk is gone."""
    done = 0
    rename = Path.rename

    def renamed(path: Path, target: Path) -> Path:
        nonlocal done
        done += 1
        if done == number:
            raise error
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", renamed)


def test_this_system_exchanges_in_one_step(pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    crash_at_rename(monkeypatch, 1, AssertionError("a second step"))
    exchange(*pair)
    assert told(pair[1].parent) == {"new/page": "site", "site/page": "new"}


@pytest.mark.parametrize("code", [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP])
def test_elsewhere_two_renames_do_the_same(code: int, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    without_system_call(monkeypatch, code)
    exchange(*pair)
    assert told(pair[1].parent) == {"new/page": "site", "site/page": "new"}
    assert sorted(path.name for path in pair[1].parent.iterdir()) == ["new", "site"]


def test_first_site_is_put_in_place(pair: tuple[Path, Path], tmp_path: Path) -> None:
    exchange(pair[0], tmp_path / "first")
    assert told(tmp_path) == {"first/page": "new", "site/page": "site"}


def test_refusal_of_the_system_is_told_and_nothing_is_tried_instead(
    pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    without_system_call(monkeypatch, errno.EBUSY)
    with pytest.raises(OSError, match="busy"):
        exchange(*pair)
    assert told(pair[1].parent) == {"new/page": "new", "site/page": "site"}


@pytest.mark.parametrize("number", [1, 2, 3])
def test_old_or_new_site_stands_after_a_crash_between_renames(
    number: int, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    new, site = pair
    without_system_call(monkeypatch)
    with monkeypatch.context() as patch:
        crash_at_rename(patch, number, KeyboardInterrupt())
        with pytest.raises(KeyboardInterrupt):
            exchange(new, site)
    recover(site)
    assert (site / "page").read_text() == ("new" if number == 3 else "site")
    assert not list(site.parent.glob(".*aside*"))
    if new.exists():
        exchange(new, site)
        assert (site / "page").read_text() == "new"


def test_old_site_is_put_back_where_the_new_one_cannot_be(
    pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    without_system_call(monkeypatch)
    crash_at_rename(monkeypatch, 2, PermissionError("not allowed"))
    with pytest.raises(PermissionError):
        exchange(*pair)
    assert told(pair[1].parent) == {"new/page": "new", "site/page": "site"}


def test_recovering_changes_nothing_where_nothing_broke(pair: tuple[Path, Path]) -> None:
    recover(pair[1])
    assert told(pair[1].parent) == {"new/page": "new", "site/page": "site"}
