"""Registries: one of a kind is one module in its package, found there; no list is kept by hand."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TypeVar

__all__ = ["find_members", "name_members"]

Kind = TypeVar("Kind")


def find_members(package: str, kind: type[Kind]) -> tuple[Kind, ...]:
    """Return what the modules of a package define of a kind, in the order of the modules' names.

    A module that only imports such a value does not add it a second time.
    """
    return tuple(member for _, member in name_members(package, kind))


def name_members(package: str, kind: type[Kind]) -> tuple[tuple[str, Kind], ...]:
    """Return what `find_members` does, each with the name of the module that defines it."""
    folder = import_module(package)
    names = sorted(module.name for module in iter_modules(folder.__path__))
    members: dict[int, tuple[str, Kind]] = {}
    for name in names:
        for value in vars(import_module(f"{package}.{name}")).values():
            if isinstance(value, kind):
                members.setdefault(id(value), (name, value))
    return tuple(members.values())
