# make site    sets everything up and builds the sample school
# make serve   shows what was built
# make test    sets everything up and passes every check
SHELL := /bin/bash
.DEFAULT_GOAL := site
PYTHON ?= python3
LEARNERS ?= 50
BIN := .venv/bin
SOURCES := $(shell find theme/scripts theme/styles -type f 2>/dev/null)

.PHONY: components looks pictures site serve wheel test setup bundle browser lint bench lock clean

setup: .venv/.ready

# The bundles come first: an install without them would be a package without its theme.
.venv/.ready: requirements/dev.txt pyproject.toml theme/assets/.ready
	$(PYTHON) -c 'import sys; sys.exit("Waypost needs Python 3.11 or newer.") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

node_modules/.ready: package.json package-lock.json
	npm ci --no-audit --no-fund --loglevel=error
	@touch $@

bundle: theme/assets/.ready

theme/assets/.ready: node_modules/.ready $(SOURCES)
	npm run --silent build
	@touch $@

# Links follow from this key. It is made once, for the samples of this checkout, and never committed.
.waypost/master.key: | setup
	@if [ -z "$$WAYPOST_MASTER_KEY" ]; then $(BIN)/waypost keys new; fi

site: setup bundle | .waypost/master.key
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build
	@echo
	@echo "The sample school is in site/. To look at it:  make serve"
	@echo "To get the links to its portfolios:            $(BIN)/waypost links"

serve:
	@echo "The sample school is at http://127.0.0.1:8000/ until you press Ctrl+C."
	$(BIN)/python -m http.server 8000 --bind 127.0.0.1 --directory site

browser:
	@which chromium chromium-headless-shell age exiftool java >/dev/null || { \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends chromium \
	    chromium-headless-shell age libimage-exiftool-perl default-jre-headless; }

pictures: site browser
	$(BIN)/python tests/browser/pictures.py

# ONLY=390-dark takes those whose name matches.
looks: site browser
	$(BIN)/python tests/browser/looks.py --only "$(ONLY)"

components: setup bundle
	@$(BIN)/python tests/browser/components.py

lint: setup node_modules/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	npm run --silent check

test: setup bundle browser lint
	$(BIN)/pytest -n auto --dist worksteal

wheel: setup bundle
	$(BIN)/python -m hatchling build --target wheel --directory dist

bench: setup bundle
	$(BIN)/python benchmarks/school.py --learners $(LEARNERS)

lock: setup
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-header --no-emit-index-url \
	  --no-emit-find-links --no-emit-trusted-host --output-file requirements/dev.txt requirements/dev.in

clean:
	rm -rf .venv node_modules theme/assets site .cache/waypost
