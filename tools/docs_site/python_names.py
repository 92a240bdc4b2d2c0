"""The public Python names as a page, from their signatures and docstrings."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from dataclasses import is_dataclass
from importlib import import_module
from types import ModuleType

from tools.docs_site.markdown import escape, to_code

__all__ = ["HOUSES", "describe_names", "list_public"]

HOUSES = ("geo", "gazetteer", "reports")
OPENING = """# Python

Made from signatures and docstrings, of the same state as the program; tests run the examples. \
What stands here is public: it changes only with a line in the changelog. All else may change \
without one. Points are (longitude, latitude) in degrees (EPSG:4326), distances in km, and an \
empty value means "not reported".
"""
OWNER = ("self", "cls")
WIDTH = 88  # characters of a signature in one line
SECTION = re.compile(r"(Args|Returns|Raises):\n((?:    .*\n?|\n)+)")
ITEM = re.compile(r"^    (\w+): (.*(?:\n        .*)*)", re.MULTILINE)


def describe_names() -> str:
    """Return the page of all public names."""
    parts = [OPENING]
    for house in HOUSES:
        module = import_module(house)
        parts += [f"## {house}", escape((module.__doc__ or "").split("\n\n")[0])]
        for name in list_public(module):
            parts += _describe(f"{house}.{name}", getattr(module, name))
    return "\n\n".join(parts) + "\n"


def list_public(module: ModuleType) -> list[str]:
    """Return the public names of a house, verbs first, then what they take and give."""
    return sorted(module.__all__, key=lambda name: (not name[0].islower(), name))


def _describe(name: str, value: object) -> Iterator[str]:
    yield f"### {name}"
    if isinstance(value, tuple):
        yield "The words: " + ", ".join(f"`{word}`" for word in value) + "."
        return
    is_error = isinstance(value, type) and issubclass(value, Exception)
    if not is_error:
        yield to_code(_list_fields(value) or _sign(name.split(".")[-1], value), "python")
    yield _word_docstring(inspect.getdoc(value) or "")
    if isinstance(value, type) and not is_error:
        yield from _describe_methods(name, value)


def _list_fields(value: object) -> str:
    """Return the fields of a record with their remarks, as its class has them."""
    if not isinstance(value, type) or not is_dataclass(value):
        return ""
    source = textwrap.dedent(inspect.getsource(value))
    [body] = [node.body for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]
    fields = [node for node in body if isinstance(node, ast.AnnAssign)]
    first, last = fields[0].lineno - 1, fields[-1].end_lineno
    return textwrap.dedent("\n".join(source.splitlines()[first:last]))


def _describe_methods(name: str, owner: type) -> Iterator[str]:
    for method, value in vars(owner).items():
        said = inspect.getdoc(value)
        if method.startswith("_") or not said or not _is_method(value):
            continue
        called = value.__func__ if isinstance(value, (classmethod, staticmethod)) else value
        yield f"#### {name.split('.')[-1]}.{method}"
        if not isinstance(value, property):
            yield to_code(_sign(method, called), "python")
        yield _word_docstring(said)


def _is_method(value: object) -> bool:
    return inspect.isfunction(value) or isinstance(value, (classmethod, staticmethod, property))


def _sign(name: str, value: object) -> str:
    """Return a signature, a parameter a line where it is long."""
    signature = inspect.signature(value)  # type: ignore[arg-type] # a class or a function
    given = [_word_parameter(p) for p in signature.parameters.values() if p.name not in OWNER]
    for at, parameter in enumerate(signature.parameters.values()):
        if parameter.kind is parameter.KEYWORD_ONLY:
            given.insert(at - (len(signature.parameters) - len(given)), "*")
            break
    back = signature.return_annotation
    gives = "" if back is signature.empty else f" -> {_plain(back)}"
    line = f"{name}({', '.join(given)}){gives}"
    if len(line) <= WIDTH:
        return line
    return f"{name}(\n" + "".join(f"    {one},\n" for one in given) + f"){gives}"


def _word_parameter(parameter: inspect.Parameter) -> str:
    star = {"VAR_POSITIONAL": "*", "VAR_KEYWORD": "**"}.get(parameter.kind.name, "")
    kind = "" if parameter.annotation is parameter.empty else f": {_plain(parameter.annotation)}"
    usual = "" if parameter.default is parameter.empty else f" = {parameter.default!r}"
    return f"{star}{parameter.name}{kind}{usual}"


def _plain(annotation: object) -> str:
    """Return an annotation as it is written; of a class its name."""
    return annotation if isinstance(annotation, str) else getattr(annotation, "__name__", "object")


def _word_docstring(text: str) -> str:
    """Return a docstring as Markdown: paragraphs, lists of what goes in and out, examples."""
    text = SECTION.sub(_word_section, text.rstrip() + "\n")
    return "\n\n".join(map(_word_block, re.split(r"\n{2,}", text.strip())))


def _word_section(found: re.Match[str]) -> str:
    title, body = {"Args": "Takes", "Returns": "Gives", "Raises": "Raises"}[found[1]], found[2]
    items = ITEM.findall(body)
    if not items:
        return f"{title}: {textwrap.dedent(body).strip()}\n\n"
    lines = (f"- `{name}`: {escape(said)}" for name, said in items)
    return f"{title}:\n\n" + "\n".join(lines) + "\n\n"


def _word_block(block: str) -> str:
    if block.startswith(">>>"):
        return to_code(block, "pycon")
    return block if block.startswith("- `") else escape(block)
