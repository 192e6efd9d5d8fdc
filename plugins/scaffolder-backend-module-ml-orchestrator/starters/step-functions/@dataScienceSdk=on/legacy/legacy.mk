# What legacy/ adds to the Makefile; legacy/README.md says what it is for.
# make legacy       compile the workflow to build/legacy.asl.json, offline
# make lock-legacy  after changing legacy/requirements.in; needs uv

LEGACY_PY := legacy/.venv/bin/python
LEGACY_PYTHONS := >=3.11,<3.14

.PHONY: legacy lint-legacy check-legacy lock-legacy clean-legacy

legacy: legacy/.venv/.installed
	$(LEGACY_PY) -m legacy.compile build/legacy.asl.json

lint: lint-legacy
# With the linters of .venv; mypy looks at the packages in the other one.
lint-legacy: .venv/.installed legacy/.venv/.installed
	$(PY) -m ruff check legacy
	$(PY) -m ruff format --check legacy
	$(PY) -m mypy --config-file legacy/mypy.ini --python-executable $(LEGACY_PY) legacy

# tests/legacy.test.ts reads what was compiled.
test-infra: legacy

checks: check-legacy
check-legacy: .venv-checks/.installed
	$(CHECKS)/python checks/versions.py legacy/versions.yaml

lock-legacy:
	uv pip compile legacy/requirements.in --universal --python-version=3.11 --output-file=legacy/requirements.txt

clean: clean-legacy
clean-legacy:
	rm -rf legacy/.venv

legacy/.venv/.installed: legacy/requirements.txt
	rm -rf legacy/.venv
ifeq ($(UV),)
	"$(PYTHON)" -c 'import sys; sys.exit(None if (3, 11) <= sys.version_info < (3, 14) else "Python 3.11, 3.12 or 3.13 is needed for legacy/; set PYTHON=<path>")'
	"$(PYTHON)" -m venv legacy/.venv
	$(LEGACY_PY) -m pip install --quiet --disable-pip-version-check --requirement legacy/requirements.txt
else
	"$(UV)" venv --quiet --python '$(LEGACY_PYTHONS)' legacy/.venv
	"$(UV)" pip install --quiet --python $(LEGACY_PY) --requirement legacy/requirements.txt
endif
	touch $@
