"""The code that templates become: Jinja's, but for what half the time of a page went into.

Nothing that our templates call asks for their context, so a call is a call. And in templates of portfolios an attribute
is an attribute: a key of a mapping takes brackets there. Those of the toolbox are drawn from mappings, once a build.
"""

from __future__ import annotations

import re
from keyword import iskeyword
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

SPECIAL = re.compile("[&<>\"']")


class Code(CodeGenerator):
    """Writes the code of a template, for an environment that has `escaped` and `Macro` as they are here, and says in
    `knows_mappings` whether `.name` may be a key.
    """

    environment: Any

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        if self.environment.knows_mappings or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(named.key) for named in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("environment.")
        super().macro_def(macro_ref, frame)


class QuickMacro(Macro):
    """A macro; one that is called as most are, with arguments in their order alone, need not sort them first."""

    def __init__(self, *about: Any) -> None:
        super().__init__(*about)
        self._is_plain = not (self.catch_kwargs or self.catch_varargs or self.caller)

    def __call__(self, *arguments: Any, **named: Any) -> str:
        lacking = self._argument_count - len(arguments)
        if named or lacking < 0 or not self._is_plain:
            return super().__call__(*arguments, **named)
        return str.__new__(Markup, self._func(*arguments, *(missing,) * lacking))


def escaped(value: Any) -> str:
    """`value` as it may stand in a page, as `escape` gives it. Most texts have nothing to escape."""
    if type(value) is Markup or (type(value) is str and not SPECIAL.search(value)):
        return value
    return escape(value)
