"""A model of language as a finder of place names that stand on no list.

The lists and rules of this package read without one. A model (spaCy's pipelines of any language
with entities, natasha's of Russian) adds names that it takes for a place's in sentences that tell
of an attack; what a name is there, struck or only spoken of, the rules decide as for any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from reports.errors import ReportError

__all__ = ["NATASHA", "NamesModel", "load_names_model"]

NATASHA = "natasha"
_PLACES = ("GPE", "LOC")  # labels of places: OntoNotes' and those of WikiNER and of natasha
_ANY = "xx"  # spaCy's name for a pipeline of many languages
_UNUSED = ("parser", "lemmatizer", "attribute_ruler", "morphologizer", "senter", "textcat")
_VECTORS = "data/emb/navec_news_v1_1B_250K_300d_100q.tar"  # as natasha 1.x ships them
_WEIGHTS = "data/model/slovnet_ner_news_v1.tar"


class NamesModel(Protocol):
    """What finds place names in a sentence of the languages that it knows."""

    @property
    def name(self) -> str:
        """Its name, as it was asked for."""

    def knows(self, language: str) -> bool:
        """Say whether it was made for a language: en, ar, uk or ru."""

    def find_places(self, sentence: str) -> Iterable[tuple[int, int]]:
        """Return where place names stand in a sentence, in code points."""


@lru_cache(2)
def load_names_model(name: str) -> NamesModel:
    """Return an installed model: `natasha`, or a spaCy pipeline by its package or its folder.

    Nothing is fetched. Raises ReportError where it is not installed, finds no places, or is broken.
    """
    return _load_natasha() if name == NATASHA else _load_spacy(name)


@dataclass(frozen=True, slots=True)
class _Spacy:
    name: str
    pipeline: Any

    def knows(self, language: str) -> bool:
        return self.pipeline.lang in (language, _ANY)

    def find_places(self, sentence: str) -> Iterator[tuple[int, int]]:
        for one in self.pipeline(sentence).ents:
            if one.label_ in _PLACES:
                yield one.start_char, one.end_char


def _load_spacy(name: str) -> NamesModel:
    if find_spec("spacy") is None:
        raise _not_installed(name)
    import spacy

    try:
        pipeline = spacy.load(name, exclude=list(_UNUSED))
    except (OSError, ImportError) as error:
        if Path(name).exists() or spacy.util.is_package(name):
            raise ReportError(f"--model {name}: could not be loaded ({_first(error)})") from error
        raise ReportError(
            f"--model {name}: no such pipeline is installed; `python -m spacy download {name}` "
            "fetches one of spaCy's, and a folder is given by its path"
        ) from None
    except (ValueError, KeyError, TypeError) as error:
        raise ReportError(f"--model {name}: could not be loaded ({_first(error)})") from error
    labels = {label for _, found in pipeline.pipe_labels.items() for label in found}
    if not labels.intersection(_PLACES):
        raise ReportError(f"--model {name}: finds no places; it needs entities labelled GPE or LOC")
    return _Spacy(name, pipeline)


@dataclass(frozen=True, slots=True)
class _Natasha:
    tagger: Any
    name: str = NATASHA

    def knows(self, language: str) -> bool:
        return language == "ru"

    def find_places(self, sentence: str) -> Iterator[tuple[int, int]]:
        for one in self.tagger(sentence).spans:
            if one.type in _PLACES:
                yield one.start, one.stop


def _load_natasha() -> NamesModel:
    """Return natasha's tagger from the files of its package, which itself needs not be loaded."""
    found = find_spec(NATASHA)
    if found is None or found.origin is None:
        raise _not_installed(NATASHA)
    from navec import Navec
    from slovnet import NER

    folder = Path(found.origin).parent
    try:
        tagger = NER.load(str(folder / _WEIGHTS))
        tagger.navec(Navec.load(str(folder / _VECTORS)))
    except OSError as error:
        raise ReportError(f"--model natasha: could not be loaded ({_first(error)})") from error
    return _Natasha(tagger)


def _not_installed(name: str) -> ReportError:
    return ReportError(f"--model {name}: is not installed; `pip install strikemap[model]` does it")


def _first(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]
