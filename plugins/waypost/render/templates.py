"""The templates of the theme, and data inside them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from jinja2.runtime import Context

from .code import Code, QuickMacro, escaped
from .place import theme_dir

SHARED = "shared"


class _Setting(Context):
    """What a template has at hand."""

    environment: _Templates

    def __init__(self, environment: _Templates, *rest: Any, **named: Any) -> None:
        super().__init__(environment, *rest, **named)
        environment.at_hand.append(self)


class _Compiled(BytecodeCache):
    """The code of the templates that this process has compiled, or was given."""

    def __init__(self) -> None:
        self.code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.code:
            # Jinja itself looks whether it is that of this template, and of this Python.
            bucket.bytecode_from_string(self.code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.code[bucket.key] = bucket.bytecode_to_string()


_compiled = _Compiled()


class _Shared:
    """What several pages share, and the macros made from it."""

    def __init__(self, setting: Mapping[str, Any]) -> None:
        self.setting = {**setting, SHARED: self}
        self._modules: dict[str | None, TemplateModule] = {}
        self._at_hand: list[_Setting] = []

    def macros(self, template: _Template) -> TemplateModule:
        """The macros in `template`: at hand is what the pages share, and nothing that one page has for itself."""
        if template.name not in self._modules:
            environment = template.environment
            first = len(environment.at_hand)
            self._modules[template.name] = TemplateModule(template, template.new_context(self.setting))
            self._at_hand += environment.take(first)
        return self._modules[template.name]

    def let_go(self) -> None:
        """Ends it: see `_let_go`."""
        _let_go(self._at_hand)
        self._modules.clear()
        self.setting.clear()


class _Template(Template):
    environment: _Templates

    def make_module(
        self, vars: dict[str, Any] | None = None, shared: bool = False, locals: Mapping[str, Any] | None = None
    ) -> TemplateModule:
        """What a template finds that imports this one."""
        pages: _Shared | None = (vars or {}).get(SHARED)
        return pages.macros(self) if pages else super().make_module(vars, shared, locals)


class _Templates(Environment):
    context_class = _Setting
    code_generator_class = Code
    template_class = _Template
    Macro = QuickMacro
    escaped = staticmethod(escaped)

    def __init__(self, folder: str) -> None:
        super().__init__(
            loader=FileSystemLoader(theme_dir() / folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_compiled,
        )
        self.knows_mappings = folder == "toolbox"
        self.at_hand: list[_Setting] = []

    def take(self, first: int) -> list[_Setting]:
        """Takes what templates have had at hand since there were `first` settings."""
        taken = self.at_hand[first:]
        del self.at_hand[first:]
        return taken


def _let_go(settings: list[_Setting]) -> None:
    """Empties what templates had at hand: a setting and the macros in it hold one another, and to have Python look for
    such circles takes a tenth of the time of a build.
    """
    for setting in settings:
        setting.vars.clear()
        setting.parent = {}


@cache
def _environment(folder: str) -> _Templates:
    return _Templates(folder)


def draw(name: str, folder: str = "portfolio", /, **setting: Any) -> str:
    """What the template `name` in a folder of the theme, compiled once per process, makes of `setting`."""
    environment = _environment(folder)
    first = len(environment.at_hand)
    try:
        return environment.get_template(name).render(setting)
    finally:
        _let_go(environment.take(first))


@contextmanager
def shared(**setting: Any) -> Iterator[dict[str, Any]]:
    """Gives `setting` to draw several pages with, each with more of its own; macros are then made once for all."""
    pages = _Shared(setting)
    try:
        yield pages.setting
    finally:
        pages.let_go()


def compile_templates(folder: str) -> None:
    """Compiles every template in a folder of the theme, for a process that ends before any of them changes."""
    environment = _environment(folder)
    for name in environment.list_templates():
        environment.get_template(name)
    environment.auto_reload = False


def compiled_code() -> dict[str, bytes]:
    """The code of every template that this process has at hand, by Jinja's own keys: what is put in is used.

    It is run, so nothing may be put in that did not come from here.
    """
    return _compiled.code


def inline_json(data: object) -> str:
    """`data` as JSON that can stand inside a script element, where only `<` could end it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
