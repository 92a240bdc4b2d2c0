# Two commands do all the set-up: `make app` and `make test`.
PYTHON ?= python3
# `make app LOCK=requirements-hashed.lock` installs the very files whose hashes are in it.
LOCK ?= requirements.lock
WORKERS ?= 4
VENV := .venv
BIN := $(VENV)/bin
APP := $(VENV)/installed
DEV := $(VENV)/installed-dev
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
# Tests start many processes, which read what Python has compiled before.
PYTEST := env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder

.PHONY: app test test-quick check docs bench data sbom clean

$(APP): $(LOCK) pyproject.toml
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'strikemap needs Python 3.11 or newer: make PYTHON=/path/to/python3')"
	$(PYTHON) -m venv $(VENV)
	$(PIP) install -r $(LOCK)
	$(PIP) install --no-build-isolation --no-deps -e .
	touch $@

$(DEV): $(APP) requirements-dev.lock
	$(PIP) install -r requirements-dev.lock
	touch $@

app: $(APP)
	$(BIN)/strikemap app

test: $(DEV)
	$(PYTEST)

# Without browsers, LibreOffice and what is slow, for working.
test-quick: $(DEV)
	$(PYTEST) -m "not browser and not office and not slow"

check: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m tools.supply.audit

# The documentation site, into build/docs; needs no network, and warnings are errors.
docs: $(DEV)
	$(BIN)/python -m tools.docs_site.build && echo build/docs/index.html

bench: $(DEV)
	$(BIN)/python -m bench

# Rebuild what ships from hand-decided tables and an installed package; no network. Boundaries are
# built by hand, see the SOURCES.md files.
data: $(DEV)
	$(BIN)/python -m tools.packs.build_places
	$(BIN)/python -m tools.packs.build_seeds

# The bill of materials of what the app runs on, as CycloneDX; needs no network.
sbom: $(DEV)
	$(BIN)/python -m tools.supply.sbom build/sbom.cdx.json

clean:
	rm -rf $(VENV) build dist *.egg-info
