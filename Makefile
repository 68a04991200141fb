# The one front door. `make` alone lists what can be done.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test check bench docs lock static installed
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME

BIN := .venv/bin
PYTHON3 := $(BIN)/python
EXTRAS := --extra engine --extra reading --extra web --extra documents
COMPILE := $(PYTHON3) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

help: ## what can be done
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

run: ## install what is needed and open the workspace (ARGS="--port 9000")
	@requirements/install run
	@exec $(BIN)/onetext serve $(ARGS)

test: installed ## everything: the checks, then every test (ARGS="tests/case")
	@requirements/browser
	@$(MAKE) --no-print-directory static
	@$(PYTHON3) -m onetext.dealspace.preparing
	$(PYTHON3) -m pytest -n 2 $(ARGS)

check: installed static ## the quick part: style, types, layers, and the project's tests of itself
	$(PYTHON3) -m pytest -q tests/project

bench: installed ## measure, and print the table for docs/reference/benchmarks.md
	$(PYTHON3) -m benchmarks $(ARGS)

docs: installed ## write the pages that are made from the code
	$(PYTHON3) -m tests.project.layout
	$(PYTHON3) -m tests.case.export_schema

lock: installed ## write the pins again after a change of dependencies (UPGRADE=--upgrade moves all)
	$(COMPILE) $(UPGRADE) requirements/tools.in -o requirements/tools.txt
	$(COMPILE) $(UPGRADE) $(EXTRAS) pyproject.toml requirements/build.in -o requirements/run.txt
	$(COMPILE) $(UPGRADE) $(EXTRAS) --extra cluster --extra train --extra dev pyproject.toml requirements/build.in -c requirements/run.txt -o requirements/test.txt

installed:
	@requirements/install test

static:
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
