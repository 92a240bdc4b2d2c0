"""Groups of options: a dataclass whose fields are options stands for them all in a verb."""

from __future__ import annotations

import dataclasses
import functools
import inspect
from collections.abc import Callable, Iterator
from typing import Any, get_type_hints

__all__ = ["spread_options"]


def spread_options(verb: Callable[..., None]) -> Callable[..., None]:
    """Give typer, for each parameter that is a dataclass, its fields as options in its place.

    The fields are annotated as typer's parameters are. The verb is called with the dataclass.
    """
    hints = get_type_hints(verb, include_extras=True)
    groups: dict[str, Any] = {
        name: hint for name, hint in hints.items() if dataclasses.is_dataclass(hint)
    }

    @functools.wraps(verb)
    def call(**given: Any) -> None:  # noqa: ANN401 whatever typer parsed
        taken = {
            name: group(**{each.name: given.pop(each.name) for each in dataclasses.fields(group)})
            for name, group in groups.items()
        }
        verb(**given, **taken)

    parameters = list(_spread(verb, hints, groups))
    call.__annotations__ = {each.name: each.annotation for each in parameters}
    call.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined] # as inspect documents it
    return call


def _spread(
    verb: Callable[..., None], hints: dict[str, Any], groups: dict[str, Any]
) -> Iterator[inspect.Parameter]:
    for each in inspect.signature(verb).parameters.values():
        group = groups.get(each.name)
        if group is None:
            yield each.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=hints[each.name])
            continue
        own = get_type_hints(group, include_extras=True)
        for field in dataclasses.fields(group):
            yield inspect.Parameter(
                field.name,
                inspect.Parameter.KEYWORD_ONLY,
                default=field.default,
                annotation=own[field.name],
            )
