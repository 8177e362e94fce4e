"""The code that our templates become draws what Jinja's own does."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from waypost.render.code import Code, QuickMacro, escaped


class Ours(Environment):
    code_generator_class = Code
    Macro = QuickMacro
    escaped = staticmethod(escaped)
    knows_mappings = False


class Learner:
    name = "Søren <b>"
    goals = ("a", "b & c")

    def said(self, before: str, after: str = "!") -> str:
        return f"{before}{self.name}{after}"


MACROS = """
{% macro plain(a, b="<two>") %}<p>{{ a }} {{ b }}</p>{% endmacro %}
{% macro around(label) %}<dt>{{ label }}</dt><dd>{{ caller() }}</dd>{% endmacro %}
{% macro given(row) %}<dd>{{ caller(row) }}</dd>{% endmacro %}
{% macro rest(a) %}{{ a }}{{ varargs|join("+") }}{{ kwargs.items()|list }}{% endmacro %}
"""
SNIPPETS = [
    "{{ learner.name }}{{ learner.goals|length }}{{ learner.goals[1] }}",
    "{{ learner.said('<') }}{{ learner.said('a', after='?') }}",
    "{{ learner.said(*('x', 'y')) }}{{ learner.said(**words) }}",
    "{% for goal in learner.goals %}{{ loop.index }}{{ goal }}{{ ', ' if not loop.last }}{% endfor %}",
    "{{ (learner.name if learner else nothing).upper() }}{{ 5 is divisibleby 5 }}{{ none }}{{ 2.5 }}",
    "{{ plain('x') }}{{ plain('x', 'y') }}{{ plain(b='y', a='x') }}{{ plain(plain('x')) }}",
    "{% call around('<l>') %}in {{ learner.name }}{% endcall %}{% call(row) given(7) %}{{ row }}{% endcall %}",
    "{{ rest(1, 2, 3) }}{{ rest('<', more='&') }}",
    "{% set count = namespace(n=0) %}{% for _ in range(3) %}{% set count.n = count.n + 1 %}{% endfor %}{{ count.n }}",
    "{{ markup }}{{ markup ~ '<' }}{{ ('a', '<')|join(markup) }}{{ '%s'|format(learner.name) }}",
]


def drawn(environment: type[Environment], text: str) -> str:
    loader = DictLoader(
        {"macros": MACROS, "page": '{% from "macros" import plain, around, given, rest with context %}' + text}
    )
    made = environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    setting: dict[str, Any] = {"learner": Learner(), "words": {"before": "<"}, "markup": Markup("<i>")}
    return made.get_template("page").render(setting)


@pytest.mark.parametrize("text", SNIPPETS)
def test_a_template_comes_out_as_jinja_draws_it(text: str) -> None:
    assert drawn(Ours, text) == drawn(Environment, text) != ""


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("{{ nothing }}", UndefinedError),
        ("{{ nothing.more }}", UndefinedError),
        ("{{ nothing() }}", UndefinedError),
        ("{{ plain(1, 2, 3) }}", TypeError),
        ("{{ plain(1, c=2) }}", TypeError),
        ("{{ plain() }}", UndefinedError),
        ("{{ around('l') }}", UndefinedError),
        ("{{ learner.nothing }}", AttributeError),
        ("{{ words.before }}", AttributeError),
    ],
)
def test_a_mistake_in_a_template_is_an_error_and_no_gap(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        drawn(Ours, text)


def test_keys_are_read_as_attributes_where_templates_are_drawn_from_mappings() -> None:
    class Toolbox(Ours):
        knows_mappings = True

    assert drawn(Toolbox, "{{ words.before }}") == "&lt;"
