"""Passages of texts that reading keeps for a while, as it asks the same of one several times."""

from __future__ import annotations

from reports.words import days, parties, standing, wording
from reports.words.gate import forget_texts

__all__ = ["PASSAGES", "forget_passages"]

# What is kept by sentences and lines; what is kept by single words and names stays.
PASSAGES = (
    days._find_days, parties._arounds, parties._candidates, parties._claimants, parties._targets,
    standing._asides, standing._spans, wording._breaks,
)  # fmt: skip


def forget_passages() -> None:
    """Forget the passages of all texts that were read.

    Where several people's texts are read in one process, nothing of one stays for the next.
    """
    for kept in PASSAGES:
        kept.cache_clear()
    forget_texts()
