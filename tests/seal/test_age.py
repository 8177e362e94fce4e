"""The age format, unchanged: Debian's own `age` opens what we seal, and a full disk is told as one."""

from __future__ import annotations

import errno
import gzip
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from trees import FILM, SealedSite
from waypost.seal.age import MAGIC, recipient_of, seal_file


@pytest.fixture
def age() -> str:
    """The program `age`."""
    program = shutil.which("age")
    assert program, "this test needs the program age: install it with `apt-get install age`"
    return program


def open_with_age(age: str, path: Path, identity: str, folder: Path) -> bytes:
    file = folder / "identity.txt"
    file.write_text(f"# the identity of this link\n{identity}\n")
    result = subprocess.run([age, "--decrypt", "--identity", str(file), str(path)], capture_output=True, check=False)
    assert result.returncode == 0, result.stderr.decode()
    return result.stdout


def test_age_opens_a_grant_and_what_it_leads_to(age: str, sealed_once: SealedSite, tmp_path: Path) -> None:
    plain = open_with_age(age, sealed_once.grant, sealed_once.link.grant_identity(), tmp_path)
    assert len(plain) == 512
    grant = json.loads(plain)
    assert grant["manifest"]["blob"] == sealed_once.manifest.stem
    packed = open_with_age(age, sealed_once.manifest, grant["identity"], tmp_path)
    manifest = json.loads(gzip.decompress(packed[: grant["manifest"]["size"]]))
    assert manifest["name"] == "Amara Osei"
    film = open_with_age(age, sealed_once.film, grant["identity"], tmp_path)
    assert film[: manifest["media"]["film"]["size"]] == FILM


def test_age_opens_nothing_with_another_identity(age: str, sealed_once: SealedSite, tmp_path: Path) -> None:
    file = tmp_path / "identity.txt"
    file.write_text(sealed_once.link.grant_identity())
    command = [age, "--decrypt", "--identity", str(file), str(sealed_once.manifest)]
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0


def test_age_derives_the_same_recipient(age: str, sealed_once: SealedSite, tmp_path: Path) -> None:
    keygen = str(Path(age).with_name("age-keygen"))
    file = tmp_path / "identity.txt"
    file.write_text(sealed_once.audience_identity)
    result = subprocess.run([keygen, "-y", str(file)], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == recipient_of(sealed_once.audience_identity)


def test_what_is_sealed_begins_as_age_does_and_names_no_recipient(sealed_once: SealedSite) -> None:
    recipient = recipient_of(sealed_once.audience_identity).encode()
    for path in (sealed_once.grant, sealed_once.manifest, sealed_once.film):
        assert path.read_bytes().startswith(MAGIC + b"-> X25519 ")
        assert recipient not in path.read_bytes()


def test_disk_that_fills_while_sealing_is_told_as_one(sealed_once: SealedSite, tmp_path: Path) -> None:
    source = tmp_path / "film.webm"
    source.write_bytes(FILM)
    with pytest.raises(OSError, match="No space left") as told:
        seal_file(source, len(FILM), Path("/dev/full"), sealed_once.audience_identity)
    assert told.value.errno == errno.ENOSPC
