"""The master key: where it comes from, what is said when it is not as it should be, and that nothing replaces it."""

from __future__ import annotations

import base64
import re
import stat
from pathlib import Path

import pytest

import schools
from schools import SmallSchool
from waypost.errors import WaypostError
from waypost.seal.masterkey import VARIABLE, create_master_key, load_master_key

SECRET = bytes([251, 255, 190, *range(200, 229)])
FORMS = {
    "base64": base64.b64encode(SECRET).decode(),
    "base64 without padding": base64.b64encode(SECRET).decode().rstrip("="),
    "base64url": base64.urlsafe_b64encode(SECRET).decode(),
    "base64url without padding": base64.urlsafe_b64encode(SECRET).decode().rstrip("="),
    "hexadecimal": SECRET.hex(),
    "capitals": SECRET.hex().upper(),
    "with a line's end": base64.b64encode(SECRET).decode() + "\n",
}
SHORT = {
    "31 bytes": SECRET[:31],
    "33 bytes": SECRET + b"\1",
    "31 bytes in base64": base64.b64encode(SECRET[:31]),
    "31 bytes in hexadecimal": SECRET[:31].hex().encode(),
    "48 bytes in base64": base64.b64encode(SECRET + SECRET[:16]),
    "nothing": b"",
    "white space": b" \n",
    "garbage": b"this is not the key that you are looking for",
    "half a key in hexadecimal": SECRET[:16].hex().encode(),
    "half a key and a line's end": SECRET[:16].hex().encode()[:31] + b"\n",
    "letters past ASCII": "schlüssel".encode() * 4,
    "something inside": base64.b64encode(SECRET)[:9] + b"\n" + base64.b64encode(SECRET)[9:],
}


def write_key(folder: Path, content: bytes, mode: int = 0o600) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "master.key"
    path.write_bytes(content)
    path.chmod(mode)
    return path


@pytest.mark.parametrize("form", FORMS)
def test_key_is_read_from_the_variable(form: str, tmp_path: Path) -> None:
    assert load_master_key(tmp_path, {VARIABLE: FORMS[form]}).secret == SECRET


@pytest.mark.parametrize("form", FORMS)
def test_key_is_read_from_the_file(form: str, tmp_path: Path) -> None:
    write_key(tmp_path, FORMS[form].encode())
    assert load_master_key(tmp_path, {}).secret == SECRET


def test_key_may_lie_there_as_bytes(tmp_path: Path) -> None:
    write_key(tmp_path, SECRET)
    assert load_master_key(tmp_path, {}).secret == SECRET


def test_variable_comes_before_the_file_and_an_empty_one_does_not(tmp_path: Path) -> None:
    write_key(tmp_path, bytes(range(128, 160)))
    assert load_master_key(tmp_path, {VARIABLE: SECRET.hex()}).secret == SECRET
    assert load_master_key(tmp_path, {VARIABLE: " "}).secret == bytes(range(128, 160))


@pytest.mark.parametrize("content", SHORT)
def test_key_that_is_none_stops_the_build_and_stays_as_it_is(content: str, empty_school: SmallSchool) -> None:
    path = write_key(empty_school.root / ".waypost", SHORT[content])
    with pytest.raises(WaypostError, match=r"Put back the copy that your school keeps") as told:
        empty_school.build()
    assert str(path) in told.value.message
    assert path.read_bytes() == SHORT[content]
    assert not empty_school.site.exists()


@pytest.mark.parametrize("text", ["half", SECRET[:16].hex(), "\udcff\udcfe", "é" * 22])
def test_variable_that_is_no_key_is_named(text: str, tmp_path: Path) -> None:
    write_key(tmp_path, SECRET)
    with pytest.raises(WaypostError, match=f"The variable {VARIABLE}: this (is not a|master key has)"):
        load_master_key(tmp_path, {VARIABLE: text})


def test_missing_key_says_how_to_restore_it_and_how_to_begin(empty_school: SmallSchool) -> None:
    (empty_school.root / ".waypost" / "master.key").unlink()
    result = empty_school.run("build")
    assert result.returncode == 1
    assert "there is no master key" in result.stderr
    assert "waypost keys new" in result.stderr
    assert "every link new" in result.stderr
    assert not (empty_school.root / ".waypost" / "master.key").exists()


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o620, 0o666])
def test_key_that_others_can_read_is_refused(mode: int, tmp_path: Path) -> None:
    path = write_key(tmp_path, SECRET, mode)
    with pytest.raises(WaypostError, match=re.escape(f"chmod 600 {path}")):
        load_master_key(tmp_path, {})


def test_folder_in_the_place_of_the_key_is_told(tmp_path: Path) -> None:
    (tmp_path / "master.key").mkdir()
    with pytest.raises(WaypostError, match="cannot be read"):
        load_master_key(tmp_path, {})


def test_new_key_is_good_private_and_left_out_of_git(tmp_path: Path) -> None:
    path = create_master_key(tmp_path / "school" / ".waypost")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert (path.parent / ".gitignore").read_text() == "*\n"
    assert len(load_master_key(path.parent, {}).secret) == 32
    assert create_master_key(tmp_path / "other").read_bytes() != path.read_bytes()


@pytest.mark.parametrize("content", [SECRET, b"", b"garbage"])
def test_key_is_never_replaced(content: bytes, tmp_path: Path) -> None:
    school = schools.start_school(tmp_path / "school")
    path = write_key(school.root / ".waypost", content)
    result = school.run("keys", "new")
    assert result.returncode == 1
    assert "there is a master key already" in result.stderr
    assert path.read_bytes() == content


def test_key_that_the_disk_did_not_take_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_count: int) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("waypost.seal.masterkey.secrets.token_bytes", fail)
    with pytest.raises(OSError, match="No space left"):
        create_master_key(tmp_path)
    assert not (tmp_path / "master.key").exists()
