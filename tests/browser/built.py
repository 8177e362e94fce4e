"""A school that was built by the command line: where its site is, and the links to it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import programs
from waypost.seal.link import parse_link
from waypost.seal.opening import OpenedTree, open_link

REPOSITORY = Path(__file__).parents[2]
SITE_URL = "http://127.0.0.1:8000/some/school/"


def waypost(root: Path, *words: str, typed: str = "") -> str:
    """Runs the command in `root` and returns what it printed. Fails where the command does."""
    done = programs.run(*words, cwd=root, stdin=typed)
    assert done.returncode == 0, f"waypost {words[0]}: {done.stdout}{done.stderr}"
    return done.stdout


@dataclass(frozen=True)
class Link:
    """One link: the way below the site's address, the secret after the #, and the passphrase, if it has one."""

    student: str
    recipient: str
    audience: str
    path: str
    secret: str
    passphrase: str

    @classmethod
    def of(cls, row: dict[str, str]) -> Link:
        """Reads a row of `waypost links --format json`."""
        path, _, secret = row["url"].removeprefix(SITE_URL).partition("#")
        assert len(secret) == 43
        return cls(row["student"], row["recipient"], row["audience"], path, secret, row.get("passphrase", ""))

    @property
    def id(self) -> str:
        """The 32 digits of its folder."""
        return self.path.split("/")[1]

    @property
    def url(self) -> str:
        """The link as it was handed out."""
        return f"{SITE_URL}{self.path}#{self.secret}"


@dataclass(frozen=True)
class Built:
    """A built school. `web` is served, and the site stands somewhere below it."""

    root: Path

    @property
    def web(self) -> Path:
        """The folder of the host."""
        return self.root / "web"

    @property
    def site(self) -> Path:
        """The folder of the site, under a path of its host."""
        return self.web / "some" / "school"

    @property
    def links(self) -> list[Link]:
        """Every link that was ever handed out, withdrawn ones too."""
        rows = json.loads((self.root / "handed-out.json").read_text(encoding="utf-8"))
        return [Link.of(row) for row in rows]

    def link(self, student: str, recipient: str) -> Link:
        """The link of one recipient."""
        (found,) = (one for one in self.links if (one.student, one.recipient) == (student, recipient))
        return found

    def tree(self, link: Link) -> OpenedTree:
        """What `link` opens, read without a browser."""
        return open_link(self.site, parse_link(link.url), link.passphrase or None)

    def manifest_blob(self, link: Link) -> str:
        """The name of the file that holds the pages of `link`."""
        return self.tree(link).blobs[0]

    def media_blob(self, link: Link, token: str) -> str:
        """The name of the file that holds one medium of `link`."""
        return str(self.tree(link).manifest["media"][token]["blob"])


def build(root: Path, today: str, withdrawn: tuple[str, str] | None = None) -> Built:
    """Builds the school in `root` as on `today`: with every link and, where one is `withdrawn`, again without it.

    `withdrawn` is a learner's folder and the name of a recipient.
    """
    waypost(root, "keys", "new")
    waypost(root, "build", "--strict", "--today", today)
    (root / "handed-out.json").write_text(waypost(root, "links", "--format", "json"), encoding="utf-8")
    if withdrawn:
        folder, recipient = withdrawn
        sharing = root / "portfolios" / folder / "sharing.yml"
        line = f"  - name: {recipient}\n"
        written = sharing.read_text(encoding="utf-8")
        assert line in written
        sharing.write_text(written.replace(line, f"{line}    withdrawn: yes\n"), encoding="utf-8")
        waypost(root, "build", "--strict", "--today", today)
    return Built(root)
