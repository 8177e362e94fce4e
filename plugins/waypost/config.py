"""Where a school's folders are and how it builds: one place, read by the plugin and by the command line alike."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .configuration import read_configuration
from .errors import UsageError
from .load.names import is_text
from .load.places import printable, quote_name
from .media.limits import LEAST, USUAL, Limits

FILES = ("mkdocs.yml", "properdocs.yml", "mkdocs.yaml", "properdocs.yaml")
LOCAL_URL = "http://127.0.0.1:8000/"
MAIL = re.compile(r"[^\s@,;?&<>\"]+@[^\s@,;?&<>\"]+")
LIMITS = frozenset(one.name for one in fields(Limits))
ADDRESS = re.compile(r"https?://[^\s\"<>]+")


@dataclass(frozen=True)
class Options:
    """The plugin's options, as they stand in mkdocs.yml under `plugins: - waypost:`."""

    portfolios: str = "portfolios"
    """The folder with school.yml and one folder a learner."""
    key_folder: str = ".waypost"
    """The folder with master.key. Never inside docs_dir, never in git."""
    cache: str = ".cache/waypost"
    """The folder for what need not be made twice. Deleting it costs time only."""
    concurrency: int = 0
    """How many learners are built side by side; 0: as many as the machine has cores."""
    public_words: tuple[str, ...] = ()
    """Words that the leak gate lets pass, because the school has declared that they are no secret."""
    suggestions_mail: str = ""
    """The mail address that suggested moves go to."""
    suggestions_url: str = ""
    """The page where suggested moves are handed in, with {name} and {content} where the file's belong."""
    largest_file: int = USUAL.largest_file
    """Megabytes that one file of evidence may have; 0: any number."""
    largest_picture: int = USUAL.largest_picture
    """Million pixels that a picture may have."""
    largest_preview: int = USUAL.largest_preview
    """Megabytes up to which a document is shown to read in the page."""
    most_pages: int = USUAL.most_pages
    """Pages of a PDF that are shown."""
    time_limit: int = USUAL.time_limit
    """Seconds that the work on one file may take."""
    memory_limit: int = USUAL.memory_limit
    """Mebibytes of memory that the work on one file may take."""
    web_films: bool = USUAL.web_films
    """Whether films that browsers do not play, or that are large, get a copy for the web without being asked."""
    web_films_above: int = USUAL.web_films_above
    """Megabytes above which a film is large."""
    web_film_time: int = USUAL.web_film_time
    """Minutes that making such a copy may take."""

    @property
    def limits(self) -> Limits:
        """How large files may be, and how long the work on one may take."""
        return Limits(**{one.name: getattr(self, one.name) for one in fields(Limits)})


@dataclass(frozen=True)
class Settings:
    """A school's settings, with every path absolute.

    `site_url` ends in a slash. `root` is the folder that paths are shown relative to.
    """

    root: Path
    site: Path
    site_url: str
    portfolios: Path
    keys: Path
    cache: Path
    concurrency: int
    public_words: tuple[str, ...]
    suggestions_mail: str = ""
    suggestions_url: str = ""
    limits: Limits = USUAL

    @property
    def workers(self) -> int:
        """How many processes build learners."""
        return self.concurrency or os.cpu_count() or 1

    @property
    def local(self) -> Path:
        """The folder with what the school adds to the toolbox."""
        return self.root / "toolbox" / "local"

    def shown(self, path: Path) -> str:
        """A path as a person standing in the school's folder would type it; what cannot be seen as its number."""
        try:
            return printable(path.relative_to(self.root).as_posix())
        except ValueError:
            return printable(str(path))


def settings_from(root: Path, site: Path, site_url: str | None, options: Options, docs: Path | None = None) -> Settings:
    """Settings of the school in `root` from what its configuration says; `docs` is the folder of MkDocs' pages.

    Raises UsageError where plans, key or cache lie where everything is published, where a path or the site's address
    is none, or where suggestions cannot go to what is written for them. Source: design, section 2.
    """
    url = site_url or LOCAL_URL
    if not _is_address(url):
        raise UsageError(
            f"site_url: {quote_name(url)} is no address that opens anywhere. Write the site's own, such as "
            "https://school.example/plans/; a number behind its name is at most 65535."
        )
    named = {"site_dir": str(site), "docs_dir": str(docs or ""), "portfolios": options.portfolios}
    named |= {"key_folder": options.key_folder, "cache": options.cache}
    for option, folder in named.items():
        if "\0" in folder:
            raise UsageError(f"{option}: {quote_name(folder)} is no path that a folder can have. Write another one.")
    settings = Settings(
        root=root,
        site=root / site,
        site_url=url if url.endswith("/") else url + "/",
        portfolios=root / options.portfolios,
        keys=root / options.key_folder,
        cache=root / options.cache,
        concurrency=options.concurrency,
        public_words=options.public_words,
        suggestions_mail=options.suggestions_mail,
        suggestions_url=options.suggestions_url,
        limits=options.limits,
    )
    _refuse_suggestions(settings)
    _refuse_published(settings, {"site_dir": settings.site, "docs_dir": root / docs if docs else None})
    return settings


def load_settings(root: Path, file: Path | None = None) -> Settings:
    """Reads the settings of the school in `root` from its mkdocs.yml, or takes the defaults where it has none.

    Raises UsageError where the file cannot be read or an option is not one.
    """
    path = file or next((root / name for name in FILES if (root / name).is_file()), None)
    if path is None:
        return settings_from(root, Path("site"), None, Options())
    written = read_configuration(path)
    url = written.get("site_url")
    if url is not None and not isinstance(url, str):
        raise UsageError(f"{path}: site_url is the address of the site, such as https://school.example/plans/.")
    for name in ("site_dir", "docs_dir"):
        if not isinstance(written.get(name) or "", str):
            raise UsageError(f"{path}: {name} is the path of a folder.")
    site, docs = Path(written.get("site_dir") or "site"), Path(written.get("docs_dir") or "docs")
    return settings_from(path.resolve().parent, site, url, _options(written, path), docs)


def read_options(written: Mapping[str, Any], place: str) -> Options:
    """The plugin's options from a mapping. Raises UsageError for one that is unknown or of the wrong kind."""
    known = {field.name: field for field in fields(Options)}
    values: dict[str, Any] = {}
    for name, value in written.items():
        if name == "enabled":
            continue
        if name not in known:
            raise UsageError(f"{place}: the waypost plugin has no option {name}. It has: {', '.join(known)}.")
        if name == "concurrency":
            if not isinstance(value, int) or isinstance(value, bool) or value < 0:
                raise UsageError(f"{place}: concurrency is a whole number; 0 means one process for each core.")
            values[name] = value
        elif name == "public_words":
            if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
                raise UsageError(f"{place}: public_words is a list of words.")
            values[name] = tuple(value)
        elif name == "web_films":
            if not isinstance(value, bool):
                raise UsageError(f"{place}: web_films is true or false.")
            values[name] = value
        elif name in LIMITS:
            least = LEAST.get(name, 0)
            if not isinstance(value, int) or isinstance(value, bool) or value < least:
                raise UsageError(f"{place}: {name} is a whole number, {least} or more.")
            values[name] = value
        elif name.startswith("suggestions_"):
            if not isinstance(value, str):
                raise UsageError(f"{place}: {name} is one text in quotation marks.")
            values[name] = value
        elif not isinstance(value, str) or not value:
            raise UsageError(f"{place}: {name} is the path of a folder.")
        else:
            values[name] = value
    return Options(**values)


def _options(written: Mapping[str, Any], path: Path) -> Options:
    plugins = written.get("plugins")
    rows = plugins.items() if isinstance(plugins, dict) else []
    if isinstance(plugins, list):
        rows = [pair for row in plugins if isinstance(row, dict) for pair in row.items()]
    for name, options in rows:
        if name == "waypost" and isinstance(options, dict):
            return read_options(options, str(path))
    return Options()


def _is_address(url: str) -> bool:
    try:
        # Asking for the port is what reads it.
        urlsplit(url).port  # noqa: B018
    except ValueError:
        return False
    return is_text(url)


def _refuse_suggestions(settings: Settings) -> None:
    if settings.suggestions_mail and not MAIL.fullmatch(settings.suggestions_mail):
        raise UsageError("suggestions_mail is one mail address, such as toolbox@school.example.")
    if settings.suggestions_url and not ADDRESS.fullmatch(settings.suggestions_url):
        raise UsageError(
            "suggestions_url is the address of a web page, such as https://code.example/school/new?file={name}&value="
            "{content}. It begins with https:// and has no spaces."
        )


def _refuse_published(settings: Settings, published: Mapping[str, Path | None]) -> None:
    kept = {"portfolios": settings.portfolios, "key_folder": settings.keys, "cache": settings.cache}
    for option, folder in kept.items():
        for place, public in published.items():
            # A shortcut to itself leads nowhere, and is no error here: whoever opens it tells of it.
            if public is not None and Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(public)):
                raise UsageError(
                    f"{option}: {settings.shown(folder)} lies inside {place}, {settings.shown(public)}, and all that "
                    "lies there is published. Name a folder outside of it."
                )
