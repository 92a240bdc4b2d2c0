"""Registries: one of a kind is one module in its package, found there; no list is kept by hand."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TypeVar

__all__ = ["find_members"]

Kind = TypeVar("Kind")


def find_members(package: str, kind: type[Kind]) -> tuple[Kind, ...]:
    """Return what the modules of a package define of a kind, in the order of the modules' names.

    A module that only imports such a value does not add it a second time.
    """
    folder = import_module(package)
    names = sorted(module.name for module in iter_modules(folder.__path__))
    modules = [import_module(f"{package}.{name}") for name in names]
    values = [value for module in modules for value in vars(module).values()]
    members = {id(value): value for value in values if isinstance(value, kind)}
    return tuple(members.values())
