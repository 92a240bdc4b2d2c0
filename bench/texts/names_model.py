"""What an installed model of language adds to the reading of reports, with and without it.

Sentences of our own, tests/reports/dev, in the languages that the model knows: Russian ones whose
places are on no list, for natasha. Half of them were held out while rules were written.
`python -m bench names_model` asks natasha, which is among the development packages; a spaCy
pipeline that is installed is asked with `--model=NAME`.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from reports.model.names import NATASHA, load_names_model

ROOT = Path(__file__).resolve().parents[2]
SETS = {"Russian, places on no list": "unlisted", "English": "", "Ukrainian and Russian": "uk"}


def main() -> None:
    """Print the counts of each set by the rules alone, and with the model."""
    sys.path.insert(0, str(ROOT / "tests" / "support"))
    from reports_dev import read_sentences, score_cases

    asked = [word.split("=", 1)[1] for word in sys.argv if word.startswith("--model=")]
    model = load_names_model(asked[0] if asked else NATASHA)
    for name, code in SETS.items():
        for held_out in (False, True):
            half = [case for case in read_sentences(code) if case.held_out is held_out]
            print(f"{name}, {'held out' if held_out else 'rules written on'} ({len(half)})")
            for words, used in (("rules", None), (f"with {model.name}", model)):
                begun = time.process_time()
                counts = score_cases(half, used)
                print(f"  {words}: {counts.line()}; {time.process_time() - begun:.2f} s")


if __name__ == "__main__":
    main()
