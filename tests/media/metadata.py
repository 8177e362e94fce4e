"""exiftool, the oracle: what it reads in files, and what it plants in them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

PERSON = "Quxley Harrowgate"
"""Nobody. Whatever is planted anywhere holds these two words, or the place, or the day."""
PLACE = "51.050409"
DAY = "2019:08:07 06:05:04"


def read(paths: Iterable[Path]) -> dict[str, dict[str, str]]:
    """Every tag of each file, by the file's path, as `group:tag`; what the file system says is left out."""
    command = ["exiftool", "-json", "-a", "-u", "-ee", "-G1", "-s", "-api", "largefilesupport=1"]
    leave = ["--System:all", "--ExifTool:all", "--Composite:all"]
    done = subprocess.run([*command, *leave, *map(str, paths)], capture_output=True, check=False, timeout=120)
    rows = json.loads(done.stdout.decode("utf-8", "replace"))
    return {row.pop("SourceFile"): {tag: str(value) for tag, value in row.items()} for row in rows}


def plant(path: Path, *tags: str) -> None:
    """Writes tags, each as `Group:Tag=value`, into a file. Fails where exiftool does."""
    command = ["exiftool", "-q", "-m", "-overwrite_original", *(f"-{tag}" for tag in tags), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
