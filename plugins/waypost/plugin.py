"""The MkDocs plugin: hooks that hand on to the pipeline, nothing else. The only module that imports MkDocs."""

from __future__ import annotations

import contextlib
import datetime
import logging
from pathlib import Path
from typing import Any

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from .config import Options, Settings, read_options, settings_from
from .errors import WaypostError
from .pipeline import Build, build_portfolios, preview_portfolios, publish_site, staged_site
from .publish.shell import FOLDER, SITE_STYLE
from .reference import fill_reference
from .render.place import theme_dir
from .site_search import extend_site_search
from .toolbox_parcel import place_school_toolbox

log = logging.getLogger("mkdocs.plugins.waypost")


class WaypostConfig(base.Config):  # type: ignore[no-untyped-call]
    """The options of `plugins: - waypost:` in mkdocs.yml."""

    enabled = c.Type(bool, default=True)
    """Set to false (or to an environment variable) to build the pages without portfolios."""
    portfolios = c.Type(str, default=Options.portfolios)
    """The folder with school.yml and one folder a learner."""
    key_folder = c.Type(str, default=Options.key_folder)
    """The folder with master.key."""
    cache = c.Type(str, default=Options.cache)
    """The folder for what need not be made twice."""
    concurrency = c.Type(int, default=Options.concurrency)
    """How many learners are built side by side; 0: one for each core."""
    public_words = c.ListOfItems(c.Type(str), default=[])
    """Words that the leak gate lets pass, because the school has declared that they are no secret."""
    suggestions_mail = c.Type(str, default=Options.suggestions_mail)
    """The mail address that suggested moves go to."""
    suggestions_url = c.Type(str, default=Options.suggestions_url)
    """The page where suggested moves are handed in, with {name} and {content} where the file's belong."""
    largest_file = c.Type(int, default=Options.largest_file)
    """Megabytes that one file of evidence may have; 0: any number."""
    largest_picture = c.Type(int, default=Options.largest_picture)
    """Million pixels that a picture may have."""
    largest_preview = c.Type(int, default=Options.largest_preview)
    """Megabytes up to which a document is shown to read in the page."""
    most_pages = c.Type(int, default=Options.most_pages)
    """Pages of a PDF that are shown."""
    time_limit = c.Type(int, default=Options.time_limit)
    """Seconds that the work on one file may take."""
    memory_limit = c.Type(int, default=Options.memory_limit)
    """Mebibytes of memory that the work on one file may take."""
    web_films = c.Type(bool, default=Options.web_films)
    """Whether films that browsers do not play, or that are large, get a copy for the web without being asked."""
    web_films_above = c.Type(int, default=Options.web_films_above)
    """Megabytes above which a film is large."""
    web_film_time = c.Type(int, default=Options.web_film_time)
    """Minutes that making such a copy may take."""


class WaypostPlugin(BasePlugin[WaypostConfig]):  # type: ignore[no-untyped-call]
    """Builds portfolios beside the pages, into a staged site that takes the place of the published one at the end."""

    def __init__(self) -> None:
        self._serving = False
        self._open = contextlib.ExitStack()
        self._site: str | None = None
        self._shipped: frozenset[str] = frozenset()

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 - MkDocs passes it
        """Notes whether this is `mkdocs serve`, which builds into a folder of its own and publishes nothing."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Turns the build to a staged site, adds the theme, and keeps every font on this host."""
        theme = str(theme_dir())
        if theme not in config.theme.dirs:
            config.theme.dirs.insert(0, theme)
        config.theme["font"] = False
        style = f"{FOLDER}/{SITE_STYLE}"
        if self.config.enabled and style not in config.extra_css:
            config.extra_css.insert(0, style)
        if self.config.enabled and not self._serving:
            settings = self._settings(config)
            with _told():
                staging = self._open.enter_context(staged_site(settings))
            self._site, config.site_dir = config.site_dir, str(staging)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leaves out the theme's sources, which MkDocs would copy into the site, and notes what packages ship."""
        ours = theme_dir()
        for file in list(files):
            if file.abs_src_path and Path(file.abs_src_path).is_relative_to(ours):
                files.remove(file)
        packaged = [folder for folder in config.theme.dirs if folder != config.theme.custom_dir]
        self._shipped = frozenset(
            file.dest_uri
            for file in files
            if file.abs_src_path and any(Path(file.abs_src_path).is_relative_to(folder) for folder in packaged)
        )
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Fills in the fields of a plan where a page asks for them."""
        return fill_reference(markdown)

    # After every other plugin: what they add to the site has to pass the leak gate and be published with it.
    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Builds the portfolios beside the pages; then the staged site takes the place of the published one."""
        if not self.config.enabled:
            return
        settings = self._settings(config)
        staging = Path(config.site_dir)
        with _told():
            toolbox = place_school_toolbox(settings, staging, offline=not self._serving)
            shipped = self._shipped | toolbox.shipped
            today = datetime.date.today()
            if self._serving:
                tell(preview_portfolios(settings, staging, today, shipped).with_problems(toolbox.problems))
                tell_search(extend_site_search(staging, toolbox.entries))
                return
            build = build_portfolios(settings, staging, today, shipped=shipped).with_problems(toolbox.problems)
            tell(build)
            if config.strict:
                build.require_sound()
            tell_search(extend_site_search(staging, toolbox.entries))
            publish_site(settings, staging)
        self._close(config)

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002 - MkDocs passes it
        """Clears the staged site away; the published one stands as it was."""
        self._open.close()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watches the folders that portfolios are made from."""
        settings = self._settings(config)
        for folder in (settings.portfolios, settings.root / "toolbox", theme_dir()):
            if folder.is_dir():
                server.watch(str(folder), builder)
        return server

    def _settings(self, config: MkDocsConfig) -> Settings:
        root = Path(config.config_file_path).resolve().parent if config.config_file_path else Path.cwd()
        site, docs = Path(self._site or config.site_dir), Path(config.docs_dir)
        place = config.config_file_path or "mkdocs.yml"
        with _told():
            # The same judge as for the command line: MkDocs' own knows types, and no numbers that are too small.
            options = read_options({name: self.config[name] for name in Options.__dataclass_fields__}, place)
            return settings_from(root, site, config.site_url, options, docs)

    def _close(self, config: MkDocsConfig) -> None:
        self._open.close()
        # Whatever runs after the build, such as a deployment, looks for the site where it was asked for.
        config.site_dir, self._site = self._site or config.site_dir, None


def tell(build: Build) -> None:
    """Writes what came of a build to MkDocs' log: each problem, and counts. Names no link."""
    for problem in build.problems_that_count:
        log.warning("%s", problem)
    for problem in build.advice:
        log.info("%s (advice)", problem)
    log.info("Portfolios: %d published, %d of them made anew.", len(build.published), len(build.rebuilt))
    if build.kept:
        log.info("Kept as they last were, until their folders are mended: %s.", ", ".join(build.kept))


def tell_search(extended: bool) -> None:
    """Writes to MkDocs' log where the site's search does not find the toolbox."""
    if not extended:
        log.info(
            "The search of the site does not find the toolbox: take prebuild_index out of mkdocs.yml, then it does."
        )


@contextlib.contextmanager
def _told() -> Any:
    try:
        yield
    except WaypostError as error:
        raise PluginError(error.message) from None
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        raise PluginError(f"{place}{error.strerror or error}. Nothing was published.") from None
