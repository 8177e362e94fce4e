"""The published site: everything of anybody's is sealed, everything that is not is the same for everyone."""

from __future__ import annotations

import base64
import gzip
import json
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote

from schools import SmallSchool, picture_name, short_plan
from waypost.seal.age import MAGIC
from waypost.seal.link import encode

AMARA, TEODOR = "amara-osei", "teodor-lindqvist"
WRITTEN = {AMARA: "Amara Osei", TEODOR: "Teodor Lindqvist"}


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from texts_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts_in(one)
    else:
        yield str(value)


def private_texts(school: SmallSchool) -> set[str]:
    """What the folders hold that somebody could be known by, gathered without any of Waypost's own gathering."""
    texts = {text for student, name in WRITTEN.items() for text in texts_in(short_plan(student, name))}
    texts |= {*WRITTEN, *WRITTEN.values(), *(picture_name(student) for student in WRITTEN)}
    texts |= {encode(link.secret) for link in school.links().values()}
    return {text for text in texts if len(text) > 8}


def spellings(text: str) -> Iterator[bytes]:
    for one in {text, unicodedata.normalize("NFD", text), quote(text), text.replace(" ", "-"), text.replace(" ", "_")}:
        yield one.encode().lower()
    for before in ("", "x", "xy"):
        yield base64.b64encode(f"{before}{text}".encode())[4:-4].lower()
    yield text.encode().hex().encode()


def test_nothing_of_anybody_stands_in_the_site(built_school: SmallSchool) -> None:
    files = {path: content.lower() for path, content in built_school.contents().items()}
    raw = built_school.contents()
    files |= {f"{path} unpacked": gzip.decompress(raw[path]).lower() for path in raw if path.endswith(".gz")}
    files["names"] = "\n".join(raw).encode().lower()
    private = private_texts(built_school)
    assert len(private) > 20
    found = [
        (path, text)
        for text in private
        for spelling in spellings(text)
        for path, content in files.items()
        if spelling in content
    ]
    assert found == []


def test_every_link_shows_its_own_learner_wholly(built_school: SmallSchool) -> None:
    opened = built_school.open_all()
    assert {row: one.name for row, one in opened.items()} == {
        (student, recipient): name for student, name in WRITTEN.items() for recipient in ("Family", "Advisor")
    }
    for (student, _), one in opened.items():
        assert f"I am {WRITTEN[student]} and I take apart whatever stops working." in one.text
        assert [name.rpartition(".")[0] for name in one.files] == [f"radio of {student}"]
        other = WRITTEN[TEODOR if student == AMARA else AMARA]
        assert other not in one.text


def test_site_is_made_of_known_sorts_of_files_alone(built_school: SmallSchool) -> None:
    sorts = r"index\.html|p/[0-9a-f]{32}/(index\.html|grant\.age)|b/[0-9a-f]{32}\.age|assets/waypost/.*"
    contents = built_school.contents()
    assert [path for path in contents if not re.fullmatch(sorts, path)] == []
    assert [path for path, content in contents.items() if path.endswith(".age") and not content.startswith(MAGIC)] == []
    assert len({content for path, content in contents.items() if re.fullmatch(r"p/.*/index\.html", path)}) == 1


def test_links_of_one_learner_have_nothing_in_common(built_school: SmallSchool) -> None:
    family, advisor = built_school.link(AMARA), built_school.link(AMARA, "Advisor")
    seen = {built_school.open(link).identity for link in (family, advisor)}
    assert len(seen) == 2
    manifests = [json.loads(json.dumps(built_school.open(link).files, default=bytes.hex)) for link in (family, advisor)]
    assert manifests[0] == manifests[1]
    blobs = [path for path in built_school.contents() if path.startswith("b/")]
    # Two learners, two audiences: a manifest and a picture each, and the ledger.
    assert len(blobs) == 9


def test_build_says_no_link_and_no_secret(school: SmallSchool) -> None:
    result = school.run("build", "--today", "2026-11-20")
    said = result.stdout + result.stderr
    assert "2 portfolios" in said
    for link in school.links().values():
        assert link.id.hex() not in said
        assert encode(link.secret) not in said
    assert "/p/" not in said


def test_shell_opens_what_the_browser_would_see(school: SmallSchool) -> None:
    url = school.link(AMARA).url("https://plans.school.example/")
    result = school.run("open", "site", url, "--to", "opened")
    assert result.returncode == 0, result.stderr
    assert "Amara Osei" in (school.root / "opened" / "index.html").read_text()
    assert len(list((school.root / "opened" / "media").rglob("*.webp"))) == 1
    changed = url[:-1] + ("A" if url[-1] != "A" else "E")
    result = school.run("open", "site", changed, "--to", "other")
    assert result.returncode == 3
    assert "Traceback" not in result.stderr
    assert not (school.root / "other").exists()
