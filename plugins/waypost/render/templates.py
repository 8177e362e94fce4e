"""The templates of the theme, and data inside them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from markupsafe import Markup, escape

from .place import theme_dir

SPECIAL = re.compile("[&<>\"']")


class _Setting(Context):
    """What a template has at hand. Calls go straight through: nothing of ours asks for the context itself."""

    environment: _Templates

    def __init__(self, environment: _Templates, *rest: Any, **named: Any) -> None:
        super().__init__(environment, *rest, **named)
        environment.at_hand.append(self)

    @staticmethod
    def call(
        function: Callable[..., Any], /, *arguments: Any, _block_vars: Any = None, _loop_vars: Any = None, **named: Any
    ) -> Any:
        """Calls `function`; Jinja looks at each first, which takes longer than most of them."""
        return function(*arguments, **named)


class _Code(CodeGenerator):
    """The code of a template. Half of what it writes is markup from a macro, which passes at once."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")


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


class _Templates(Environment):
    context_class = _Setting
    code_generator_class = _Code

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.at_hand: list[_Setting] = []

    def let_go(self, first: int) -> None:
        """Lets go of what templates had at hand, from the `first` setting on: a setting and the macros in it hold one
        another, and to have Python look for such circles takes a tenth of the time of a build.
        """
        for setting in self.at_hand[first:]:
            setting.vars.clear()
            setting.parent = {}
        del self.at_hand[first:]

    @staticmethod
    def escaped(value: Any) -> str:
        """`value` as it may stand in a page, as `escape` gives it. Most texts have nothing to escape."""
        if type(value) is Markup or (type(value) is str and not SPECIAL.search(value)):
            return value
        return escape(value)


@cache
def _environment(folder: str) -> _Templates:
    return _Templates(
        loader=FileSystemLoader(theme_dir() / folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_compiled,
    )


def draw(name: str, folder: str = "portfolio", /, **setting: Any) -> str:
    """What the template `name` in a folder of the theme, compiled once per process, makes of `setting`."""
    environment = _environment(folder)
    first = len(environment.at_hand)
    try:
        return environment.get_template(name).render(setting)
    finally:
        environment.let_go(first)


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
