"""Small schools of a test's own: written out, built in this process or by the command line, and opened again."""

from __future__ import annotations

import datetime
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

import programs
from programs import Program
from waypost.config import Options, Settings, settings_from
from waypost.links import list_links
from waypost.pipeline import Build, build_portfolios, place_front_page, publish_site, staged_site
from waypost.publish.staging import list_files
from waypost.seal.derivation import MasterKey
from waypost.seal.link import Link, parse_link
from waypost.seal.masterkey import load_master_key
from waypost.seal.opening import open_link
from waypost.workshop import Workshop

DAY = datetime.date(2026, 11, 20)
URL = "https://plans.school.example/"
KEY = bytes(range(100, 132))
IN_ONE_PROCESS = Options(concurrency=1)
WAYPOST = Path(sys.executable).with_name("waypost")

Plan = dict[str, Any]
"""A plp.yml or sharing.yml as plain values: JSON is YAML too, so it is written as it is."""


@dataclass(frozen=True)
class Opened:
    """All that a link shows: whose it is, the words of its pages, and its files by the name of their download."""

    name: str
    text: str
    files: dict[str, bytes]
    identity: str


@dataclass(frozen=True)
class SmallSchool:
    """A school in a folder. `options` are those of the plugin."""

    root: Path
    options: Options = IN_ONE_PROCESS

    @property
    def settings(self) -> Settings:
        return settings_from(self.root, Path("site"), URL, self.options)

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def cache(self) -> Path:
        return self.root / ".cache" / "waypost"

    @property
    def master(self) -> MasterKey:
        return load_master_key(self.root / ".waypost", {})

    @property
    def workshop(self) -> Workshop:
        """Where things of this school lie in the cache and in the site."""
        return Workshop(self.settings, self.master, "", DAY)

    def folder(self, student: str) -> Path:
        return self.root / "portfolios" / student

    def write_plan(self, student: str, plan: Plan) -> Path:
        """Writes a learner's plp.yml; returns it."""
        self.folder(student).mkdir(parents=True, exist_ok=True)
        return write_text(self.folder(student) / "plp.yml", json.dumps(plan, ensure_ascii=False, indent=1))

    def write_sharing(self, student: str, *recipients: Plan) -> Path:
        """Writes a learner's sharing.yml; returns it."""
        return write_text(self.folder(student) / "sharing.yml", json.dumps({"recipients": recipients}, indent=1))

    def add_learner(self, student: str, name: str, **changes: Any) -> Plan:
        """Writes a learner with a short plan and one picture; `changes` are fields of the plan. Returns the plan."""
        plan = {**short_plan(student, name), **changes}
        evidence = self.folder(student) / "evidence"
        evidence.mkdir(parents=True)
        (evidence / picture_name(student)).write_bytes(picture(student))
        self.write_plan(student, plan)
        return plan

    def change_sentence(self, student: str, sentence: str, **fields: Any) -> None:
        """Writes another sentence under a learner's name; `fields` are more of that part of the plan."""
        plan = json.loads((self.folder(student) / "plp.yml").read_text(encoding="utf-8"))
        self.write_plan(student, {**plan, "plan": {**plan["plan"], "sentence": sentence, **fields}})

    def break_plan(self, student: str) -> None:
        """Leaves a learner's plan as somebody does who was called away while typing."""
        path = self.folder(student) / "plp.yml"
        path.write_text(path.read_text(encoding="utf-8")[:-20], encoding="utf-8")

    def build(self, day: datetime.date = DAY, pages: dict[str, bytes] | None = None) -> Build:
        """Builds and publishes as `waypost build` does, with `pages` beside the front page."""
        with staged_site(self.settings) as staging:
            place_front_page(self.settings, staging)
            for path, content in (pages or {}).items():
                (staging / path).parent.mkdir(parents=True, exist_ok=True)
                (staging / path).write_bytes(content)
            build = build_portfolios(self.settings, staging, day)
            publish_site(self.settings, staging)
        return build

    def links(self, day: datetime.date = DAY) -> dict[tuple[str, str], Link]:
        """The links in force on `day`, by student and recipient."""
        rows, _ = list_links(self.settings, None, day)
        return {(row.student, row.recipient): parse_link(row.url) for row in rows}

    def link(self, student: str, recipient: str = "Family") -> Link:
        return self.links()[student, recipient]

    def open(self, link: Link, passphrase: str | None = None) -> Opened:
        """Everything behind `link`. Raises SealedError where it opens nothing, or not wholly."""
        return open_wholly(self.site, link, passphrase)

    def open_all(self) -> dict[tuple[str, str], Opened]:
        """Everything behind every link in force."""
        return {row: self.open(link) for row, link in self.links().items()}

    def contents(self) -> dict[str, bytes]:
        """Every file of the published site."""
        return {path: (self.site / path).read_bytes() for path in list_files(self.site)}

    def leftovers(self) -> list[str]:
        """What builds that were cut off have left in the school's folder and in the cache."""
        beside = [path.name for path in self.root.iterdir() if path.name.startswith(".site.")]
        drafts = [path.name for path in (self.cache / "drafts").rglob("*")] if (self.cache / "drafts").exists() else []
        old = [path.name for path in (self.cache / "learners").glob("*.old")]
        return beside + drafts + old

    def command(self, *arguments: str) -> dict[str, Any]:
        """How the command line is started here, for `subprocess`: without a key of the machine's own, as plain text."""
        environment = {name: value for name, value in os.environ.items() if not name.startswith("WAYPOST_")}
        return {"args": [str(WAYPOST), *arguments], "cwd": self.root, "env": environment, "text": True}

    def run(self, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Runs the command line to its end."""
        return programs.run(*arguments, cwd=self.root, stdin=stdin)

    def start(self, *arguments: str) -> Program:
        """Starts the command line."""
        return programs.start(*arguments, cwd=self.root)


def start_school(root: Path, options: Options = IN_ONE_PROCESS) -> SmallSchool:
    """A school without learners in `root`, with the same key each time."""
    school = SmallSchool(root, options)
    (root / "portfolios").mkdir(parents=True)
    write_text(root / "portfolios" / "school.yml", "name: Quarry Lane School\n")
    plugin = {"concurrency": options.concurrency, "public_words": list(options.public_words)}
    config = {"site_name": "Quarry Lane School", "site_url": URL, "plugins": [{"waypost": plugin}]}
    write_text(root / "mkdocs.yml", json.dumps(config))
    (root / ".waypost").mkdir(mode=0o700)
    (root / ".waypost" / "master.key").write_bytes(KEY)
    (root / ".waypost" / "master.key").chmod(0o600)
    return school


def short_plan(student: str, name: str) -> Plan:
    """A plan with one goal, one step and one picture, in which every sentence is the learner's alone."""
    return {
        "plan": {
            "name": name,
            "student_id": f"QL-{len(student)}{sum(student.encode())}",
            "sentence": f"I am {name} and I take apart whatever stops working.",
        },
        "profile": {"about": f"On most evenings {name} sits by the kitchen window with a soldering iron."},
        "goals": [
            {
                "id": "repair",
                "title": f"Open a repair table with the neighbours of {name}",
                "term": "long",
                "steps": [{"id": "ask", "title": "Ask at the library", "due": "2027-05-01"}],
            }
        ],
        "evidence": [
            {
                "id": "radio",
                "file": picture_name(student),
                "title": f"The radio that {name} mended first",
                "alt": "A radio with its back taken off",
            }
        ],
    }


def picture_name(student: str) -> str:
    """The file name of a learner's picture."""
    return f"radio of {student}.jpg"


def picture(seed: str, size: tuple[int, int] = (96, 64)) -> bytes:
    """A JPEG picture that is another one for every `seed`."""
    image = Image.new("RGB", size, "#204050")
    draw = ImageDraw.Draw(image)
    for place, letter in enumerate(seed.encode()):
        draw.rectangle((place * 3, letter % size[1], place * 3 + 2, size[1]), fill=(letter, 255 - letter, place))
    buffer = io.BytesIO()
    image.save(buffer, "JPEG")
    return buffer.getvalue()


def write_text(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def open_wholly(site: Path, link: Link, passphrase: str | None = None) -> Opened:
    """Everything that `link` shows of the site in `site`: every page and every file is opened."""
    tree = open_link(site, link, passphrase)
    text = "\n".join(page["html"] for page in tree.manifest["pages"])
    files = {entry["name"]: tree.read_media(token) for token, entry in tree.manifest["media"].items()}
    return Opened(tree.manifest["name"], text, files, tree.identity)
