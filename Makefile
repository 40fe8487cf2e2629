# make help lists the targets. Needs Python 3.11 or later with venv, make and the package index; nothing else.

PYTHON ?= $(shell for p in python3.11 python3 python3.12 python3.13 python3.14; do \
	$$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check
EXAMPLES := study-camp open-source parents store-members brand-fans business-club

.DEFAULT_GOAL := help
.PHONY: help demo test pictures check wheel clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.installed ## install into .venv and render the examples into demo/
	@for name in $(EXAMPLES); do \
		said=$$($(BIN)/groupplan render --to md --to html --out-dir demo/$$name examples/$$name/brief.yaml 2>&1) \
			|| { echo "$$said"; exit 1; }; \
	done
	@echo "demo/study-camp/plan.html  demo/study-camp/plan.md   (21天晨读营, in Chinese)"
	@echo "demo/open-source/plan.html demo/open-source/plan.md  (Tidewater contributors, in English)"

test: $(VENV)/.installed-test ## run the whole test suite (ARGS="-n 2 -k html" for options)
	@$(BIN)/python -m tests.browser.chromium
	@$(BIN)/python -m pytest $(ARGS)

pictures: $(VENV)/.installed-test ## photograph the pages of the examples into demo/pictures: wide, phone, dark, print
	@$(BIN)/python -m tests.browser.pictures demo/pictures

check: $(VENV)/.installed-dev ## ruff, the formatter's check, mypy
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy --no-error-summary
	@echo "ruff, ruff format and mypy find nothing"

wheel: $(VENV)/.installed-dev ## build sdist and wheel into dist/
	@rm -rf dist
	@said=$$($(BIN)/python -m build 2>&1) || { echo "$$said"; exit 1; }
	@ls dist/*

clean: ## remove what make has made: .venv, demo, dist, caches
	@rm -rf $(VENV) demo dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Dependency groups stand in pyproject.toml alone; pip reads them from 25.1 on.
$(VENV)/.pip: pyproject.toml
	@test -n "$(PYTHON)" || { echo "groupplan needs Python 3.11 or later with the venv module" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --upgrade "pip>=25.1"
	@touch $@

$(VENV)/.installed: $(VENV)/.pip
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	@$(PIP) install --group test
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@$(PIP) install --group dev
	@touch $@
