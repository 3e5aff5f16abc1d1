# The one way to check everything is `make check`; `make help` lists the rest.
PYTHON ?= .venv/bin/python

.PHONY: help setup check test format coverage questions wheel

help: ## this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "%-10s %s\n", $$1, $$2}' Makefile

setup: ## a virtual environment with all that development needs
	python3 -m venv .venv
	$(PYTHON) -m pip install --quiet --constraint constraints.txt --editable ".[dev]"

check: ## formatting, lint, types, the fact base's form, tests: all that CI and reviewers want green
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	$(PYTHON) tools/facts.py check
	$(PYTHON) tools/edition.py
	$(PYTHON) -m pytest -q

test: ## the tests alone
	$(PYTHON) -m pytest -q

format: ## put code and fact base into canonical form
	$(PYTHON) -m ruff check --fix-only --quiet .
	$(PYTHON) -m ruff format .
	$(PYTHON) tools/facts.py format
	$(PYTHON) tools/edition.py --write
	$(PYTHON) tools/surface.py --write
	$(PYTHON) tools/man.py --write
	$(PYTHON) tools/picture.py --write

coverage: ## the tests with branch coverage, which must be 95 % at least
	$(PYTHON) -m coverage erase
	$(PYTHON) -m coverage run -m pytest -q -m "not slow"
	$(PYTHON) -m coverage combine --quiet
	$(PYTHON) -m coverage report --skip-covered --sort=cover

questions: ## right answers and refusals by kind of question
	$(PYTHON) -m benchmarks.questions report

wheel: ## sdist and wheel in dist/
	$(PYTHON) -m pip wheel --quiet --no-deps --wheel-dir dist .
