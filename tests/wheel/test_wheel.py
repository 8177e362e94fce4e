"""The wheel as a school gets it: in an environment of its own, without Node and without this checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from waypost.scaffold import GUIDES

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_wheel_holds_theme_bundles_and_licences_and_no_sources_of_the_bundles(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "waypost/_theme/assets/viewer.js",
        "waypost/_theme/assets/portfolio.css",
        "waypost/_theme/assets/LICENSES.txt",
        "waypost/_theme/portfolio/shell.html",
        "waypost/_theme/locales/es/LC_MESSAGES/waypost.po",
        "waypost/_theme/main.html",
        "waypost/scaffold/plp.yml",
        *(f"waypost/_guides/{name}" for name in GUIDES),
    } <= names
    assert any(name.startswith("waypost/_toolbox/") for name in names)
    assert not any("node_modules" in name or name.endswith(".mjs") for name in names)


def test_wheel_works_in_a_clean_environment_without_node(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "environment"
    venv.create(home, with_pip=False)
    # The packages that Waypost needs come from this environment; Waypost itself only from the wheel.
    site = next(home.glob("lib/python*/site-packages"))
    packages = next(path for path in map(Path, sys.path) if path.name == "site-packages")
    for entry in packages.iterdir():
        if "waypost" not in entry.name:
            (site / entry.name).symlink_to(entry)
    zipfile.ZipFile(wheel).extractall(site)
    program = [str(home / "bin/python"), "-c", "import sys; from waypost.cli import main; sys.exit(main())"]

    def waypost(*arguments: str, cwd: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": str(home / "bin"), "HOME": str(tmp_path), "LANG": os.environ.get("LANG", "C.UTF-8")}
        return subprocess.run(
            [*program, *arguments], cwd=cwd, env=environment, capture_output=True, text=True, check=False
        )

    assert waypost("init", "demo").returncode == 0
    school = tmp_path / "demo"
    assert {path.name for path in (school / "content").glob("*.md")} == {"index.md", *GUIDES}
    build = waypost("build", cwd=school)
    assert build.returncode == 0, build.stderr
    url = json.loads(waypost("links", "--format", "json", cwd=school).stdout)[0]["url"]
    opened = waypost("open", "site", url, "--to", "opened", cwd=school)
    assert opened.returncode == 0, opened.stderr
    assert "Juniper Halloran" in (school / "opened/index.html").read_text()
    located = subprocess.run(
        [str(home / "bin/python"), "-c", "import waypost; print(waypost.__file__)"], capture_output=True, text=True
    )
    assert str(site) in located.stdout
