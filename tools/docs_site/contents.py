"""The pages of the documentation site: their order, and those that are made with each build."""

from __future__ import annotations

from tools.docs_site.command_line import describe_verbs
from tools.docs_site.python_names import describe_names

__all__ = ["CONTENTS", "GENERATED"]

# What stands in the side bar, in order: a caption and its pages.
CONTENTS = {
    "": ("method",),
    "Tutorials": (
        "tutorials/analyst",
        "tutorials/journalist",
        "tutorials/documenter",
        "tutorials/information_manager",
    ),
    "How to": (
        "how_to/publishers_file",
        "how_to/correct_a_place",
        "how_to/reports",
        "how_to/own_layer",
        "how_to/share_a_page",
        "release",
        "how_to/another_country",
        "how_to/offline_tiles",
        "how_to/add_a_language",
        "exports",
        "clusters",
        "team",
        "security",
        "accessibility",
        "scale",
    ),
    "Reference": ("reference/command_line", "reference/python", "data"),
    "Measured": ("quality", "performance"),
    "Building it": ("architecture", "briefing_questions"),
}
GENERATED = {
    "reference/command_line.md": describe_verbs,
    "reference/python.md": describe_names,
}
