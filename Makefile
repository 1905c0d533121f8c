# Two commands do all the set-up: `make demo` (the main job) and `make test`.
PYTHON ?= python3
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest -q -n auto --maxprocesses 4
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test orakel lint docs docs-in-de-pas bench schoon

demo: .venv/klaar
	$(BIN)/vavo demo

test: .venv/klaar-dev
	$(PYTEST)

# The engine and `vavo reken` against the oracle on AANTAL random candidates per level and regime.
AANTAL ?= 2000
ZAAD ?= 1
orakel: .venv/klaar-dev
	VAVO_ORAKEL_AANTAL=$(AANTAL) VAVO_ORAKEL_ZAAD=$(ZAAD) \
		$(PYTEST) tests/examen/test_orakel.py tests/tui/test_reken_en_orakel.py

lint: .venv/klaar-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The documents that are made from the data, and the check that they are in step.
docs: .venv/klaar-dev
	$(BIN)/python docs/aannames.py
	$(BIN)/python docs/signalen.py
	$(BIN)/python docs/overzichten.py
	$(BIN)/python docs/handleiding.py
	$(BIN)/python docs/sneltoetsen.py

docs-in-de-pas: .venv/klaar-dev
	$(BIN)/python docs/aannames.py --controleer
	$(BIN)/python docs/signalen.py --controleer
	$(BIN)/python docs/overzichten.py --controleer
	$(BIN)/python docs/handleiding.py --controleer
	$(BIN)/python docs/sneltoetsen.py --controleer

bench: .venv/klaar-dev
	$(BIN)/python -m bench

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed (set PYTHON=...)" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/klaar: .venv/bin/python pyproject.toml
	$(PIP) --editable .
	@touch $@

.venv/klaar-dev: .venv/klaar
	$(PIP) "pip>=25.1"  # the first that knows --group
	$(PIP) --group dev
	@touch $@

schoon:
	rm -rf .venv build dist
