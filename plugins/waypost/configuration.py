"""A school's mkdocs.yml as plain values: read as MkDocs does, and told in plain words where it cannot be read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag  # type: ignore[import-untyped]

from .errors import UsageError
from .load.names import is_text

NO_VALUE = "this looks like a day or a number, and is none. Correct it, or put quotation marks around it."
NO_TEXT = "this text has half a character, such as \\ud800. Take it out, or write the whole character."


class _Reader(yaml.SafeLoader):
    """Reads mkdocs.yml for its plain values: tags that name Python objects are passed over, !ENV is looked up.

    What looks like a day or a number and is none is an error of YAML, with its place.
    """

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            value = super().construct_object(node, deep)
        except (ValueError, OverflowError, LookupError, AttributeError):
            raise _NoValueError(None, None, NO_VALUE, node.start_mark) from None
        if isinstance(value, str) and not is_text(value):
            raise _NoValueError(None, None, NO_TEXT, node.start_mark)
        return value


class _NoValueError(yaml.constructor.ConstructorError):
    """A value is not of the kind that YAML takes it for."""


def _read_tag(loader: _Reader, _suffix: str, node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return loader.construct_scalar(node)
    return None


_Reader.add_multi_constructor("!", _read_tag)
_Reader.add_multi_constructor("tag:yaml.org,2002:python/", _read_tag)
_Reader.add_constructor("!ENV", construct_env_tag)


def read_configuration(path: Path, heirs: tuple[Path, ...] = ()) -> dict[str, Any]:
    """What a configuration says, laid over the one that it names under INHERIT, as MkDocs does it.

    `heirs` are those that led to it. Raises UsageError where one cannot be read.
    """
    try:
        written = yaml.load(path.read_text(encoding="utf-8"), Loader=_Reader)  # noqa: S506 - a SafeLoader that skips tags
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error}).") from None
    except RecursionError:
        raise UsageError(f"{path}: brackets or lines stand too deep in each other here. Take some away.") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else str(path)
        if isinstance(error, _NoValueError):
            raise UsageError(f"{place}: {error.problem}") from None
        raise UsageError(f"{place}: this is not YAML that can be read. Check indentation, colons and quotes.") from None
    if not isinstance(written, dict):
        return {}
    base = written.pop("INHERIT", None)
    if base is None:
        return written
    if not isinstance(base, str) or "\0" in base:
        raise UsageError(f"{path}: INHERIT is the path of another configuration, such as ../mkdocs.yml.")
    parent = Path(os.path.realpath(path.parent / base))
    if parent in heirs:
        raise UsageError(f"{path}: INHERIT leads back to {parent}. Take it out of one of the two.")
    return _laid_over(read_configuration(parent, (*heirs, path.resolve())), written)


def _laid_over(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    merged = {**base, **own}
    for key, value in own.items():
        if isinstance(value, dict) and isinstance(base.get(key), dict):
            merged[key] = _laid_over(base[key], value)
    return merged
