"""What reading keeps of passages is forgotten when it is asked to; the drafts are the same."""

from __future__ import annotations

from gazetteer import load_gazetteer
from reports.document import Report
from reports.forgetting import PASSAGES, forget_passages
from reports.reading import read_report
from reports.words.gate import _TREE

TEXT = "Aircraft bombed Talbiseh on 30 September 2015, killing 3 people near the old mill."


def test_no_passage_of_a_text_stays():
    places = load_gazetteer("sy")
    read_report(Report("a", TEXT), places)  # loads the lists, with which what was read is let go
    first = read_report(Report("a", TEXT), places).drafts
    assert any("old mill" in text for text in _TREE.known)
    assert sum(kept.cache_info().currsize for kept in PASSAGES)
    forget_passages()
    assert not _TREE.known
    assert not _TREE.begun
    assert not any(kept.cache_info().currsize for kept in PASSAGES)
    assert read_report(Report("a", TEXT), places).drafts == first
    forget_passages()


def test_every_keeper_of_texts_is_among_them():
    from importlib import import_module
    from pathlib import Path

    import reports.words

    [folder] = reports.words.__path__
    modules = [import_module(f"reports.words.{path.stem}") for path in Path(folder).glob("*.py")]
    keepers = {
        thing
        for module in modules
        for thing in vars(module).values()
        if getattr(thing, "cache_parameters", None) and thing.cache_parameters()["maxsize"]
    }
    assert keepers == set(PASSAGES)
