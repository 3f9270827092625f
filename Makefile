# `make demo` shows what the program is for; `make test` is what CI runs.
#
# Both use the dev profile, whose dependencies are optimised (see Cargo.toml), so that RocksDB is compiled once.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

CARGO_TARGET_DIR ?= target
export CARGO_TARGET_DIR

PYTHON ?= python3
ZHENGTU := $(CARGO_TARGET_DIR)/debug/zhengtu
DEMO := $(CARGO_TARGET_DIR)/demo

.PHONY: help demo test install-deps build readers lint unit laws docs clean-demo

help:
	@echo 'make demo          build the program and show it at work on the sample pages'
	@echo 'make test          everything that CI checks'
	@echo 'make install-deps  what the build needs: cargo, libclang, a C++ compiler'

install-deps:
	@./tools/install-deps.sh

build: install-deps
	cargo build

demo: build
	@./tools/demo.sh $(ZHENGTU) $(DEMO)

test: install-deps lint unit laws docs

lint:
	cargo fmt --check
	cargo clippy --all-targets -- -D warnings

# The exports are opened with the programs that people use, so their readers come first.
unit: readers
	cargo test

# Spoilt pages and archives, a minute for each law; more with `tools/fuzz.sh 600`.
laws:
	./tools/fuzz.sh 60

docs:
	RUSTDOCFLAGS='-D warnings' cargo doc --no-deps

readers: .venv/installed

.venv/installed: tests/requirements.txt
	@if ! $(PYTHON) -m venv .venv; then \
		echo 'make: no Python environment could be made. Install it, for example: apt-get install python3-venv' >&2; exit 1; fi
	.venv/bin/pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@

clean-demo:
	rm -rf $(DEMO)
