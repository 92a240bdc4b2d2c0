# Two commands do all the set-up: `make app` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: app test check bench data clean

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'strikemap needs Python 3.11 or newer: make PYTHON=/path/to/python3')"
	$(PYTHON) -m venv $(VENV)
	$(PIP) install -r requirements.lock
	$(PIP) install --no-build-isolation --no-deps -e .
	touch $@

app: $(STAMP)
	$(BIN)/strikemap app

test: $(STAMP)
	$(BIN)/python -m pytest

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(STAMP)
	$(BIN)/python -m bench

# Rebuild what ships from its registries; network and review needed, see the SOURCES.md files.
data: $(STAMP)
	$(BIN)/python -m tools.build_places
	$(BIN)/python -m tools.build_seeds

clean:
	rm -rf $(VENV) build dist *.egg-info
