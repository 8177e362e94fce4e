"""The languages that a link offers: its recipient's, and those that the reader can change to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from .errors import Problem, WaypostError
from .model import Recipient, School
from .render import load_language
from .render.language import Language
from .seal.opening import PackedManifest, open_tongues
from .seal.tree import BlobReference, Tongue

UNSPOKEN = (
    "{tag}: Waypost has no words in this language yet, so its pages are in English; look for a typing mistake, or "
    "begin a translation with `waypost i18n {tag}`"
)


def language_of(recipient: Recipient, school: School) -> Language:
    """The language of a recipient's pages."""
    return load_language(recipient.language or school.language)


def offered_languages(school: School, readers: Iterable[Recipient]) -> tuple[Language, ...]:
    """The languages that `readers`, who see the same, can read it in: each one's own, and those of school.yml.

    Nothing follows from the recipients of other audiences: a panel must not learn from its page what is spoken at
    home. A language without words of its own is English, and stands here once. The school's language comes first,
    then the others in the order of school.yml, then by their tags.
    """
    own = {language_of(reader, school).tag for reader in readers}
    named = dict.fromkeys(load_language(tag).tag for tag in (school.language, *school.languages))
    offered = own | {load_language(tag).tag for tag in school.languages}
    ordered = (*(tag for tag in named if tag in offered), *sorted(offered - named.keys()))
    return tuple(load_language(tag) for tag in ordered)


def list_choices(languages: tuple[Language, ...]) -> tuple[Tongue, ...]:
    """The choice that a reader has; none where there is one language."""
    if len(languages) < 2:
        return ()
    return tuple(Tongue(language.tag, language.direction, language.own_name) for language in languages)


def verify_choices(site: Path, identity: str, tongues: BlobReference, manifests: Mapping[str, BlobReference]) -> None:
    """Opens the manifest of every language as a browser does that has a grant with `identity` and `tongues`.

    Raises WaypostError where one is another than that of `manifests`, which are by tag.
    """
    opened = open_tongues(site, PackedManifest(identity, "", b"", (tongues.name, tongues.size)))
    found = {tag: (tree.blobs[0], tree.manifest["lang"]) for tag, tree in opened.items()}
    if found != {tag: (manifest.name, tag) for tag, manifest in manifests.items()}:
        raise WaypostError("A grant offers other languages than its own. Nothing was published; please report it.")


def tongue_problems(tags: Iterable[str], place: str) -> tuple[Problem, ...]:
    """Advice on each language that the file `place` asks for and that has no words yet: its pages are English."""
    unspoken = sorted({tag for tag in tags if load_language(tag).tag != tag})
    return tuple(Problem(place, 0, 0, UNSPOKEN.format(tag=tag), "advice") for tag in unspoken)
