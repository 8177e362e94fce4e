"""A school's settings, as the command line reads them from mkdocs.yml without MkDocs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from waypost.config import Options, load_settings, read_options, settings_from
from waypost.errors import UsageError
from waypost.media.limits import USUAL, Limits

WAYPOST = "plugins:\n  - search\n  - waypost:\n"


def write(folder: Path, text: str, name: str = "mkdocs.yml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_school_without_a_configuration_takes_the_defaults(tmp_path: Path) -> None:
    settings = load_settings(tmp_path)
    assert settings == settings_from(tmp_path, Path("site"), None, Options())
    assert (settings.site, settings.site_url) == (tmp_path / "site", "http://127.0.0.1:8000/")
    assert (settings.portfolios, settings.keys) == (tmp_path / "portfolios", tmp_path / ".waypost")
    assert (settings.cache, settings.workers) == (tmp_path / ".cache" / "waypost", os.cpu_count())


@pytest.mark.parametrize("name", ["mkdocs.yml", "properdocs.yml", "mkdocs.yaml", "properdocs.yaml"])
def test_every_name_of_a_configuration_is_found(name: str, tmp_path: Path) -> None:
    write(tmp_path, "site_url: https://school.example/plans\nsite_dir: public\n", name)
    settings = load_settings(tmp_path)
    assert (settings.site_url, settings.site) == ("https://school.example/plans/", tmp_path / "public")


def test_options_are_read_as_a_list_or_as_a_mapping(tmp_path: Path) -> None:
    options = (
        "      portfolios: learners\n      key_folder: ../keys\n      concurrency: 3\n      public_words: [Alder]\n"
    )
    write(tmp_path, WAYPOST + options)
    listed = load_settings(tmp_path)
    write(tmp_path, "plugins:\n  search: {}\n  waypost:\n" + options)
    assert load_settings(tmp_path) == listed
    assert (listed.portfolios, listed.keys) == (tmp_path / "learners", tmp_path / "../keys")
    assert (listed.workers, listed.public_words) == (3, ("Alder",))


def test_a_configuration_named_elsewhere_rules_paths_from_its_own_folder(tmp_path: Path) -> None:
    path = write(tmp_path, "site_name: A school\n", "deep/school.yml")
    assert load_settings(tmp_path, path).portfolios == tmp_path / "deep" / "portfolios"


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("!ENV SITE", "https://env.example/"),
        ("!ENV [MISSING, SITE, 'https://default.example/']", "https://env.example/"),
        ("!ENV [MISSING, 'https://default.example/']", "https://default.example/"),
        ("!ENV [SITE]", "https://env.example/"),
        ("!ENV MISSING", "http://127.0.0.1:8000/"),
    ],
)
def test_values_come_from_the_environment_as_in_mkdocs(
    written: str, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE", "https://env.example")
    monkeypatch.delenv("MISSING", raising=False)
    write(tmp_path, f"site_url: {written}\n")
    assert load_settings(tmp_path).site_url == url


def test_a_number_from_the_environment_is_a_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBS", "3")
    write(tmp_path, WAYPOST + "      concurrency: !ENV [JOBS, 1]\n")
    assert load_settings(tmp_path).concurrency == 3


def test_tags_that_name_code_are_passed_over(tmp_path: Path) -> None:
    extensions = (
        "  - a:\n      b: !!python/name:os.getcwd\n      c: !relative\n      d: !!python/object/apply:os.mkdir [made]\n"
    )
    write(tmp_path, f"markdown_extensions:\n{extensions}site_url: https://school.example/\n")
    assert load_settings(tmp_path).site_url == "https://school.example/"
    assert not Path("made").exists()


def test_a_configuration_is_laid_over_the_one_that_it_inherits(tmp_path: Path) -> None:
    write(
        tmp_path, "site_url: https://base.example/\nsite_dir: out\nplugins: {waypost: {concurrency: 2}}\n", "base.yml"
    )
    write(
        tmp_path, "INHERIT: ../base.yml\nplugins: {search: {}, waypost: {portfolios: learners}}\n", "school/mkdocs.yml"
    )
    settings = load_settings(tmp_path / "school")
    assert (settings.site_url, settings.site) == ("https://base.example/", tmp_path / "school" / "out")
    assert (settings.concurrency, settings.portfolios) == (2, tmp_path / "school" / "learners")


def test_configurations_that_inherit_each_other_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "INHERIT: other.yml\n")
    write(tmp_path, "INHERIT: mkdocs.yml\n", "other.yml")
    with pytest.raises(UsageError, match="INHERIT leads back to"):
        load_settings(tmp_path)


# The master key in a published folder opens every portfolio that there is; the cache holds pictures in the clear.
@pytest.mark.parametrize("option", ["portfolios", "key_folder", "cache"])
@pytest.mark.parametrize(
    ("configuration", "folder", "place"),
    [
        ("", "docs", "docs_dir"),
        ("", "docs/deep/er", "docs_dir"),
        ("", "school/../docs/x", "docs_dir"),
        ("docs_dir: content\n", "content/x", "docs_dir"),
        ("", "site/x", "site_dir"),
        ("site_dir: public\n", "public", "site_dir"),
    ],
)
def test_what_is_private_cannot_lie_where_everything_is_published(
    option: str, configuration: str, folder: str, place: str, tmp_path: Path
) -> None:
    write(tmp_path, f"{configuration}{WAYPOST}      {option}: {folder}\n")
    with pytest.raises(UsageError) as refused:
        load_settings(tmp_path)
    assert refused.value.message.startswith(f"{option}: {folder} lies inside {place}, ")
    assert refused.value.message.endswith("Name a folder outside of it.")


def test_a_published_folder_is_known_by_its_other_name_too(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "docs").symlink_to("real")
    write(tmp_path, f"{WAYPOST}      key_folder: real/keys\n")
    with pytest.raises(UsageError, match="key_folder: real/keys lies inside docs_dir, docs"):
        load_settings(tmp_path)


def test_a_published_folder_that_is_a_shortcut_to_itself_stops_no_reading(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to("site")
    assert load_settings(tmp_path).site == tmp_path / "site"


def test_a_folder_beside_the_published_one_is_no_part_of_it(tmp_path: Path) -> None:
    write(tmp_path, f"{WAYPOST}      portfolios: docs-private\n      cache: sites/cache\n")
    assert load_settings(tmp_path).portfolios == tmp_path / "docs-private"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "site_url: [a\n",
            r"mkdocs.yml:2:1: this is not YAML that can be read\. Check indentation, colons and quotes\.",
        ),
        ("site_url: 5\n", "mkdocs.yml: site_url is the address of the site, such as https://school.example/plans/"),
        ("INHERIT: gone.yml\n", r"gone.yml: cannot be read \("),
        (
            WAYPOST + "      portfolio: a\n",
            r"has no option portfolio\. It has: portfolios, key_folder, cache, concurrency",
        ),
        (WAYPOST + "      portfolios: 3\n", "portfolios is the path of a folder"),
        (WAYPOST + "      cache: ''\n", "cache is the path of a folder"),
        (WAYPOST + "      concurrency: -1\n", "concurrency is a whole number; 0 means one process for each core"),
        (WAYPOST + "      concurrency: true\n", "concurrency is a whole number"),
        (WAYPOST + "      public_words: Alder\n", "public_words is a list of words"),
        (WAYPOST + "      public_words: [1]\n", "public_words is a list of words"),
        (WAYPOST + "      web_films: always\n", "web_films is true or false"),
        (WAYPOST + "      largest_file: 2 GB\n", "largest_file is a whole number, 0 or more"),
        (WAYPOST + "      most_pages: 0\n", "most_pages is a whole number, 1 or more"),
        (WAYPOST + "      memory_limit: 64\n", "memory_limit is a whole number, 512 or more"),
        ("copyright: 2026-02-30\n", r"mkdocs.yml:1:12: this looks like a day or a number, and is none\. Correct it"),
        ("a: b\nextra: 0b_\n", "mkdocs.yml:2:8: this looks like a day or a number, and is none"),
        ("extra: !!timestamp soon\n", "mkdocs.yml:1:8: this looks like a day or a number, and is none"),
        ('extra: "\\ud800"\n', "mkdocs.yml:1:8: this text has half a character"),
        ("extra: " + "[" * 5000, "mkdocs.yml: brackets or lines stand too deep in each other here"),
        ('site_dir: "a\\0b"\n', "site_dir: “a.u0000b” is no path that a folder can have"),
        ('docs_dir: "a\\0b"\n', "docs_dir: “a.u0000b” is no path that a folder can have"),
        (WAYPOST + '      cache: "a\\0b"\n', "cache: “a.u0000b” is no path that a folder can have"),
        ("site_dir: [a]\n", "mkdocs.yml: site_dir is the path of a folder"),
        ('INHERIT: "a\\0b"\n', "mkdocs.yml: INHERIT is the path of another configuration"),
        ('site_url: "http://[::1"\n', r"site_url: “http://\[::1” is no address that opens anywhere"),
        (
            "site_url: http://localhost:99999/\n",
            "site_url: “http://localhost:99999/” is no address",
        ),
        ("site_url: http://localhost:port/\n", "site_url: “http://localhost:port/” is no address"),
    ],
)
def test_a_configuration_that_cannot_be_used_says_what_is_wrong(text: str, message: str, tmp_path: Path) -> None:
    write(tmp_path, text)
    with pytest.raises(UsageError, match=message) as refused:
        load_settings(tmp_path)
    assert refused.value.exit_code == 2


@pytest.mark.parametrize("text", ["", "- a list\n", "just words\n", "plugins:\n  - waypost\n", "plugins: none\n"])
def test_a_configuration_that_says_nothing_of_waypost_leaves_the_defaults(text: str, tmp_path: Path) -> None:
    write(tmp_path, text)
    assert load_settings(tmp_path) == settings_from(tmp_path, Path("site"), None, Options())


def test_a_configuration_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(b"site_name: \xff\n")
    with pytest.raises(UsageError, match=r"mkdocs\.yml: cannot be read"):
        load_settings(tmp_path)


def test_the_switch_of_the_plugin_is_no_matter_of_the_command_line() -> None:
    assert read_options({"enabled": False}, "mkdocs.yml") == Options()


def test_limits_are_the_usual_ones_where_the_school_says_nothing_else(tmp_path: Path) -> None:
    write(tmp_path, f"{WAYPOST}      web_films: true\n      largest_picture: 150\n      web_film_time: 45\n")
    assert load_settings(tmp_path).limits == Limits(web_films=True, largest_picture=150, web_film_time=45)
    assert Options().limits == USUAL


def test_paths_are_shown_as_they_are_typed_in_the_schools_folder(tmp_path: Path) -> None:
    settings = load_settings(tmp_path)
    assert settings.shown(tmp_path / "portfolios" / "a" / "plp.yml") == "portfolios/a/plp.yml"
    assert settings.shown(tmp_path.parent / "elsewhere.yml") == str(tmp_path.parent / "elsewhere.yml")


def test_suggestions_go_where_the_school_says(tmp_path: Path) -> None:
    url = "https://code.example/new?file={name}&value={content}"
    write(tmp_path, f"{WAYPOST}      suggestions_mail: box@school.example\n      suggestions_url: {url}\n")
    settings = load_settings(tmp_path)
    assert (settings.suggestions_mail, settings.suggestions_url) == ("box@school.example", url)


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("suggestions_mail", "the office", "suggestions_mail is one mail address"),
        ("suggestions_mail", "a@b.example,c@d.example", "suggestions_mail is one mail address"),
        ("suggestions_url", "javascript:alert(1)", "suggestions_url is the address of a web page"),
        ("suggestions_url", "[a]", "suggestions_url is one text"),
    ],
)
def test_suggestions_that_cannot_arrive_are_refused(tmp_path: Path, option: str, value: str, told: str) -> None:
    write(tmp_path, f"{WAYPOST}      {option}: {value}\n")
    with pytest.raises(UsageError, match=told):
        load_settings(tmp_path)
