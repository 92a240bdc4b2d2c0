"""The pages of the documentation site: their order, and those that are made with each build."""

from __future__ import annotations

from tools.docs_site.command_line import describe_verbs
from tools.docs_site.python_names import describe_names

__all__ = ["CONTENTS", "GENERATED"]

# What stands in the side bar, in order: a caption and its pages.
CONTENTS = {
    "": ("method",),
    "How to": ("release", "exports", "clusters", "team", "scale"),
    "Reference": ("reference/command_line", "reference/python", "data"),
    "Measured": ("quality", "performance"),
    "Building it": ("architecture", "briefing_questions"),
}
GENERATED = {
    "reference/command_line.md": describe_verbs,
    "reference/python.md": describe_names,
}
