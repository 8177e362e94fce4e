"""A catalogue for the next language: whole, safe for what somebody has typed, and told where it cannot work."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from click.testing import CliRunner, Result

from waypost.cli.main import main

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def i18n(target: Path, tag: str = "fr") -> Result:
    return CliRunner().invoke(main, ["i18n", tag, "--to", str(target)])


def read(path: Path, tag: str = "fr") -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=tag)


def test_template_holds_every_text_and_nothing_translated(tmp_path: Path) -> None:
    done = i18n(tmp_path / "new" / "fr.po")
    catalog = read(tmp_path / "new" / "fr.po")
    assert done.exit_code == 0, done.output
    assert f"{len(catalog)} of {len(catalog)} texts are still to do" in done.output
    assert {"My goals", "Try again", "%(count)s goal"} <= {
        one.id if isinstance(one.id, str) else one.id[0] for one in catalog
    }
    assert not any(one.string and any(one.string) for one in catalog if one.id)


def test_forms_are_as_many_as_the_language_counts(tmp_path: Path) -> None:
    i18n(tmp_path / "pl.po", "pl")
    assert '"Plural-Forms: nplurals=3;' in (tmp_path / "pl.po").read_text()
    assert 'msgstr[2] ""' in (tmp_path / "pl.po").read_text()


def test_what_is_translated_stays_and_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "fr.po"
    text = 'msgid "My goals"\nmsgstr "Mes buts"\n\nmsgid "Said no longer"\nmsgstr "Plus dit"\n'
    path.write_text(HEAD + "# Sounds like home.\n" + text)
    done = i18n(path)
    catalog = read(path)
    assert catalog["My goals"].string == "Mes buts"
    assert catalog["My goals"].user_comments == ["Sounds like home."]
    assert f"{len(catalog) - 1} of {len(catalog)}" in done.output
    assert catalog.obsolete["Said no longer"].string == "Plus dit"
    before = path.read_text()
    i18n(path)
    strip = [line for line in before.splitlines() if "Date" not in line]
    assert [line for line in path.read_text().splitlines() if "Date" not in line] == strip


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Comptez", "%(day)s is missing here"),
        ("pour %(jour)s", "%(jour)s does not stand in the English text"),
        ("50 % pour %(day)s", "write %% for the sign"),
    ],
)
def test_a_text_that_could_not_be_filled_in_is_told_and_kept_as_not_sure(tmp_path: Path, said: str, told: str) -> None:
    path = tmp_path / "fr.po"
    path.write_text(f'{HEAD}msgid "by %(day)s"\nmsgstr "{said}"\n')
    done = i18n(path)
    assert f"{path}:5:" in done.output
    assert told in done.output
    assert read(path)["by %(day)s"].string == said
    assert read(path)["by %(day)s"].fuzzy


def test_a_file_that_is_no_catalogue_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "fr.po"
    for content in (
        b'msgid "A"\nmsgstr "B\nC D\n',
        b"\xff\xfe\x00",
        b"Dear all,\n",
        (HEAD.replace("utf-8", "klingon") + 'msgid "A"\nmsgstr "B"\n').encode(),
    ):
        path.write_bytes(content)
        done = i18n(path)
        assert (done.exit_code, path.read_bytes()) == (1, content), content
        assert "this is no catalogue that can be read" in done.output
        assert "Traceback" not in done.output


@pytest.mark.parametrize("tag", ["xx-nowhere", "en", "../fr", "e s"])
def test_a_language_that_needs_no_catalogue_or_is_none_is_wrong_usage(tmp_path: Path, tag: str) -> None:
    done = i18n(tmp_path / "any.po", tag)
    assert done.exit_code == 2
    assert not (tmp_path / "any.po").exists()


def test_a_language_that_comes_with_waypost_is_done(tmp_path: Path) -> None:
    done = i18n(tmp_path / "es.po", "es")
    assert "texts are done" in done.output


def test_nothing_that_somebody_typed_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "fr.po"
    rows = '"Last-Translator: Ana R <ana@school.example>\\n"\n"Language-Team: Les traducteurs\\n"\n"X-Own: kept\\n"\n'
    path.write_text(
        f"# Agreed on with the YEAR group.\n{HEAD.strip()}\n{rows}\n"
        '# Not sure how to say this.\nmsgid "My goals"\nmsgstr ""\n\n'
        '# Ask Ben.\nmsgid "Said no longer"\nmsgstr ""\n\n'
        '#~ msgctxt "verb"\n#~ msgid "Open"\n#~ msgstr "Ouvrir"\n\n'
        '#~ msgctxt "state"\n#~ msgid "Open"\n#~ msgstr "Ouvert"\n\n'
        "# The end, for now.\n"
    )
    kept = (
        "# Agreed on with the YEAR group.",
        "# The end, for now.",
        *rows.splitlines(),
        '# Not sure how to say this.\nmsgid "My goals"',
        '# Ask Ben.\n#~ msgid "Said no longer"',
        '#~ msgctxt "verb"\n#~ msgid "Open"\n#~ msgstr "Ouvrir"',
        '#~ msgctxt "state"\n#~ msgid "Open"\n#~ msgstr "Ouvert"',
    )
    for _ in range(2):
        assert i18n(path).exit_code == 0
        text = path.read_text()
        assert {one: text.count(one) for one in kept} == dict.fromkeys(kept, 1)
        assert text.count("Fill in every msgstr") == 1


def test_form_without_room_stays_as_a_remark(tmp_path: Path) -> None:
    path = tmp_path / "fr.po"
    path.write_text(
        HEAD + 'msgid "My goals"\nmsgid_plural "My goals"\nmsgstr[0] "Mon but"\nmsgstr[1] "Mes buts"\n\n'
        'msgid "%(count)s goal"\nmsgstr "un seul"\n\nmsgid "Try again"\nmsgstr "Encore"\n\n'
        'msgid "Try again"\nmsgstr "De nouveau"\n'
    )
    i18n(path)
    catalog = read(path)
    assert (catalog["My goals"].string, catalog["My goals"].user_comments) == ("Mon but", ["msgstr[1] Mes buts"])
    assert catalog["%(count)s goal"].string == ("un seul", "")
    assert (catalog["Try again"].string, catalog["Try again"].user_comments) == ("Encore", ["msgstr[0] De nouveau"])


def test_catalogue_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "fr.po"
    path.write_text(HEAD + 'msgid "My goals"\nmsgstr "Mes buts"\n', encoding="utf-8-sig")
    assert i18n(path).exit_code == 0
    assert read(path)["My goals"].string == "Mes buts"
