"""The same school with Material for MkDocs and mkdocs-encryptcontent-plugin, configured so that it is at its best.

- One page a section and learner; every learner is a level of the plugin's password inventory with one password. The
  key of a password is derived once for all eight pages. Passwords are long, so that none is warned about.
- Web Crypto, the plugin's own default number of rounds and an empty key cache: a cold build derives every key.
- Navigation `links`, the quickest: the theme's navigation names the home page alone, and every page begins with
  links to the learner's other seven. Navigation `pruned`: the theme's own, of all pages, with `navigation.prune`,
  as the theme recommends for large sites; every page then still names every learner's folder, and the time for it
  grows with the square of the school.
- The search plugin is on, with the plugin's default `search_index: encrypted`, the only mode that protects pages and
  works with this theme: encrypted pages leave the index again.
- No fonts from elsewhere, no extensions but tables, instant navigation off. Pictures are left out: the peer cannot
  encrypt them.
"""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pages import make_pages
from plans import Plan
from schools import write_yaml

NAVIGATIONS = ("links", "pruned")
LOCK = Path(__file__).resolve().with_name("requirements.txt")


def prepare_peer(environment: Path) -> Path:
    """Installs the locked peer into the virtual `environment` where it is not there yet; returns its `mkdocs`."""
    mark = environment / "requirements.txt"
    if not mark.is_file() or mark.read_bytes() != LOCK.read_bytes():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(environment)], check=True)
        pip = [str(environment / "bin" / "python"), "-m", "pip", "install", "--quiet", "--require-hashes"]
        subprocess.run([*pip, "--disable-pip-version-check", "-r", str(LOCK)], check=True)
        mark.write_bytes(LOCK.read_bytes())
    return environment / "bin" / "mkdocs"


def write_peer(folder: Path, plans: Iterable[Plan], navigation: str, seed: int) -> None:
    """Writes mkdocs.yml and all pages of the school into a new `folder`."""
    chance = random.Random(f"{seed} passwords")
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Bench River School\n\nOpen the page that you were given.\n", encoding="utf-8")
    passwords = {}
    for plan in plans:
        passwords[plan.folder] = f"{chance.getrandbits(160):040x}"
        (docs / plan.folder).mkdir()
        for name, text in make_pages(plan).items():
            page = f"---\nlevel: {plan.folder}\n---\n\n{text}"
            (docs / plan.folder / f"{name}.md").write_text(page, encoding="utf-8")
    write_yaml(folder / "mkdocs.yml", _settings(passwords, navigation))


def _settings(passwords: dict[str, str], navigation: str) -> dict[str, Any]:
    theme: dict[str, Any] = {"name": "material", "font": False}
    ways: dict[str, Any] = {"nav": [{"Home": "index.md"}], "not_in_nav": "/*/"}
    if navigation == "pruned":
        theme["features"] = ["navigation.prune"]
        ways = {}
    return {
        "site_name": "Bench River School",
        "site_url": "http://127.0.0.1:8000/",
        "theme": theme,
        **ways,
        "markdown_extensions": ["tables"],
        "plugins": ["search", {"encryptcontent": {"webcrypto": True, "password_inventory": passwords}}],
    }
