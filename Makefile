# Everything that a user or a developer runs. `make` alone lists the targets.
#
# Needs Python 3.11 or newer and nothing else; all of it stays inside this folder.

PYTHON ?= python3
VENV ?= .venv
# Folders with further labelled sets to measure on, besides our own in data/labelled; may be absent.
EVAL ?= ../shared/eval/dev ../shared/seed
UV = 0.13.9

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -qq
CODE := ontology extract graph benchmarks tests

.DEFAULT_GOAL := help
.PHONY: help demo test quality lint types check docs bench train clients lock clean
.DELETE_ON_ERROR:

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.run ## Build a graph from the sample articles and ask it questions
	@PATH="$(abspath $(BIN)):$$PATH" bash docs/demo.sh build/demo

test: $(VENV)/.dev ## Run all tests
	@$(BIN)/python -m pytest

quality: $(VENV)/.dev ## Measure precision, recall and F1 on the labelled sets (EVAL=folders of further ones)
	@$(BIN)/python -m benchmarks.quality $(foreach folder,$(EVAL),--more "$(folder)")

lint: $(VENV)/.dev ## Check style and formatting
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/ruff format --check $(CODE)

types: $(VENV)/.dev ## Check types
	@$(BIN)/mypy

check: lint types test quality ## All of the above

docs: $(VENV)/.dev ## Make the reference pages; write what commands really print into the documents
	@$(BIN)/python -m ontology.reference
	@$(BIN)/python -m tests.questions
	@$(BIN)/python -m tests.transcript README.md docs/*.md
	@rm -rf build/pictures && $(BIN)/conflictkg build data/articles --store build/pictures
	@$(call drawn,--view accusations --lang both,accusations)
	@$(call drawn,--as timeline,timeline)
	@$(call drawn,--as map,map)
	@$(BIN)/python -m benchmarks.training.chart docs/pictures/reliability.svg

drawn = $(BIN)/conflictkg plot --store build/pictures $(1) -o docs/pictures/$(2).svg

bench: $(VENV)/.dev ## Measure speed and memory (see benchmarks/README.md)
	@$(BIN)/python -m benchmarks.speed
	@$(BIN)/python -m benchmarks.network
	@$(BIN)/python -m benchmarks.spread
	@$(BIN)/python -m benchmarks.killed --times 100
	@$(BIN)/python -m benchmarks.validators
	@$(BIN)/python -m benchmarks.store

train: $(VENV)/.train ## Make the trained reader anew from data/labelled (an hour on two cores)
	@$(BIN)/python -m benchmarks.training

clients: build/clients/.done ## Install the programs of others that tests read our files with (Node, npm)

build/clients/.done: tests/clients/package.json tests/clients/package-lock.json
	@mkdir -p $(@D) && cp $^ tests/clients/.npmrc $(@D)
	@cd $(@D) && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(VENV)/.base: requirements/build.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo 'conflictkg needs Python 3.11 or newer; try: make PYTHON=python3.11' >&2; exit 1; }
	@echo 'Making a virtual environment in $(VENV)'
	@$(PYTHON) -m venv $(VENV) || { \
	  echo 'Python has no venv module; on Debian or Ubuntu: apt install python3-venv' >&2; exit 1; }
	@$(PIP) install --require-hashes -r requirements/build.lock
	@touch $@

$(VENV)/.run: $(VENV)/.base requirements/run.lock pyproject.toml
	@echo 'Installing what conflictkg needs (versions and hashes from requirements/run.lock)'
	@$(PIP) install --require-hashes -r requirements/run.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.lock
	@echo 'Installing what the tests need (versions and hashes from requirements/dev.lock)'
	@$(PIP) install --require-hashes -r requirements/dev.lock
	@touch $@

# PyTorch's own needs differ from machine to machine: pinned in pyproject.toml, not in a lock.
$(VENV)/.train: $(VENV)/.dev pyproject.toml
	@echo 'Installing PyTorch and what else training needs'
	@$(PIP) install --no-build-isolation -e '.[train]'
	@touch $@

lock: $(VENV)/.base ## Choose newest versions again and write the lock files
	@$(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip -qq --disable-pip-version-check install uv==$(UV)
	@$(call compile,build,--group build)
	@$(call compile,run,pyproject.toml -c requirements/build.lock)
	@$(call compile,dev,pyproject.toml --extra dev -c requirements/build.lock -c requirements/run.lock)

compile = build/lock/bin/uv pip compile --quiet --upgrade --universal --fork-strategy fewest \
	--python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock" -o requirements/$(1).lock $(2)

clean: ## Remove what was built; the virtual environment stays
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find ontology extract graph benchmarks tests -name __pycache__ -type d -prune -exec rm -rf {} +
