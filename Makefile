# Everything a fresh machine with Python 3.11 and make needs: `make demo` and `make test`.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check style types contract bench serve clean browser

demo: .venv/demo.stamp
	$(BIN)/muniment demo

# The locked packages, by hash, then the package itself.
.venv/demo.stamp: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

.venv/test.stamp: .venv/demo.stamp requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

# What `python -m bench --others` compares with.
.venv/bench.stamp: .venv/demo.stamp requirements-bench.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	touch $@

browser:
	sh tools/browser.sh

test: .venv/test.stamp browser
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: style types contract test

style: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/test.stamp
	$(BIN)/mypy

contract: .venv/test.stamp
	$(BIN)/lint-imports

bench: .venv/demo.stamp
	$(BIN)/python -m bench

clean:
	rm -rf .venv demo build dist
