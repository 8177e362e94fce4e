"""The direction of imports, which is the architecture. Source: design, sections 2 and 3."""

from __future__ import annotations

import ast
import graphlib
import statistics
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "plugins" / "waypost"
STAGES = ("load", "media", "views", "render", "seal", "publish")
FRAMEWORKS = {"mkdocs", "properdocs"}
NOT_NOUNS = {"utils", "util", "helpers", "helper", "common", "misc", "shared"}
LONGEST = 300
LONGEST_MEDIAN = 120


@dataclass(frozen=True)
class Import:
    """One import: who imports what, and whether only type checkers see it or only a function runs it."""

    importer: str
    imported: str
    line: int
    for_types: bool
    in_function: bool

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} imports {self.imported}"


@cache
def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def all_imports() -> tuple[Import, ...]:
    """Every import of every module. Of `from package import module`, the module is what is imported."""
    return tuple(one for name, path in modules().items() for one in read_imports(name, path))


def read_imports(name: str, path: Path) -> Iterator[Import]:
    ahead: list[tuple[ast.AST, bool, bool]] = [(ast.parse(path.read_text(encoding="utf-8")), False, False)]
    while ahead:
        node, for_types, in_function = ahead.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            ahead += [(child, True, in_function) for child in node.body]
            ahead += [(child, for_types, in_function) for child in node.orelse]
            continue
        if isinstance(node, ast.Import | ast.ImportFrom):
            for target in targets_of(node, name, path):
                yield Import(name, target, node.lineno, for_types, in_function)
        inside = in_function or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        ahead += [(child, for_types, inside) for child in ast.iter_child_nodes(node)]


def targets_of(node: ast.Import | ast.ImportFrom, name: str, path: Path) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    base = node.module or ""
    if node.level:
        package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
        above = package[: len(package) - node.level + 1]
        base = ".".join([*above, node.module] if node.module else above)
    return {f"{base}.{alias.name}" if f"{base}.{alias.name}" in modules() else base for alias in node.names}


def is_under(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


def ours(imports: Iterator[Import] | tuple[Import, ...]) -> list[Import]:
    return [one for one in imports if is_under(one.imported, "waypost")]


def test_every_module_of_ours_that_is_imported_is_there() -> None:
    assert len(modules()) > 80
    assert [str(one) for one in ours(all_imports()) if one.imported not in modules()] == []


def test_the_model_imports_nothing_of_ours() -> None:
    inside = [one for one in ours(all_imports()) if is_under(one.importer, "waypost.model")]
    assert len(inside) > 10
    assert [str(one) for one in inside if not is_under(one.imported, "waypost.model")] == []


def test_errors_import_nothing_of_ours() -> None:
    assert [str(one) for one in ours(all_imports()) if one.importer == "waypost.errors"] == []


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_the_model_errors_and_itself_alone(stage: str) -> None:
    itself = f"waypost.{stage}"
    inside = [one for one in ours(all_imports()) if is_under(one.importer, itself)]
    allowed = ("waypost.model", "waypost.errors", itself)
    assert inside
    strangers = [one for one in inside if not any(is_under(one.imported, package) for package in allowed)]
    assert [str(one) for one in strangers if not one.for_types] == []
    # What is imported for types alone may be another stage's shapes, never what wires the stages.
    stages = tuple(f"waypost.{other}" for other in STAGES)
    assert [str(one) for one in strangers if not any(is_under(one.imported, other) for other in stages)] == []


def test_the_plugin_alone_imports_mkdocs() -> None:
    users = {one.importer for one in all_imports() if one.imported.split(".")[0] in FRAMEWORKS}
    assert users == {"waypost.plugin"}


def test_nothing_imports_the_plugin_or_the_command_line() -> None:
    outside = [one for one in ours(all_imports()) if not is_under(one.importer, "waypost.cli")]
    assert [str(one) for one in outside if is_under(one.imported, "waypost.cli")] == []
    assert [str(one) for one in ours(all_imports()) if one.imported == "waypost.plugin"] == []


def test_entry_points_are_the_command_line_and_the_plugin() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    plugins = project["entry-points"]
    assert project["scripts"] == {"waypost": "waypost.cli:main"}
    assert plugins["mkdocs.plugins"] == plugins["properdocs.plugins"] == {"waypost": "waypost.plugin:WaypostPlugin"}


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph: dict[str, set[str]] = {name: set() for name in modules()}
    for one in ours(all_imports()):
        if not one.for_types and not one.in_function:
            graph[one.importer].add(one.imported)
    assert len(tuple(graphlib.TopologicalSorter(graph).static_order())) == len(modules())


def test_modules_are_named_by_nouns() -> None:
    assert [name for name in modules() if NOT_NOUNS & set(name.split("."))] == []


def test_modules_are_short() -> None:
    lengths = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in modules().items()}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}
    assert statistics.median(lengths.values()) < LONGEST_MEDIAN
