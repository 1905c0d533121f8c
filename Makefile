# Two commands do all the set-up: `make demo` (the main job) and `make test`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint bench schoon

demo: .venv/klaar
	$(BIN)/vavo demo

test: .venv/klaar-dev
	$(BIN)/python -m pytest -q

lint: .venv/klaar-dev
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

bench: .venv/klaar-dev
	$(BIN)/python -m bench

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 of nieuwer is nodig (zet PYTHON=...)" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/klaar: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/klaar-dev: .venv/klaar
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

schoon:
	rm -rf .venv build dist
