# What source/ adds to the Makefile; docs/source.md says what it is for.
# make test-source   linters, types and tests of source/, in a Python environment of its own: offline
# make lock-source   after changing a requirements.in below source/; needs uv

SOURCE_PY := .venv-source/bin/python
SOURCE_PYTHONS := >=3.11,<3.14

.PHONY: test-source check-source lock-source clean-source

test: test-source
test-source: .venv-source/.installed
	$(SOURCE_PY) -m ruff check source
	$(SOURCE_PY) -m ruff format --check source
	$(SOURCE_PY) -m mypy --config-file source/mypy.ini source
	$(SOURCE_PY) -m pytest source/tests

checks: check-source
check-source: .venv-checks/.installed
	$(CHECKS)/python checks/versions.py source/versions.yaml

# With hashes: the job installs what they name, and nothing else.
lock-source:
ifneq ($(wildcard source/requirements.in),)
	uv pip compile source/requirements.in --universal --python-version=3.11 --generate-hashes \
		--output-file=source/requirements.txt
endif
	uv pip compile source/tests/requirements.in --universal --python-version=3.11 \
		--output-file=source/tests/requirements.txt

clean: clean-source
clean-source:
	rm -rf .venv-source

.venv-source/.installed: source/tests/requirements.txt
	rm -rf .venv-source
ifeq ($(UV),)
	"$(PYTHON)" -c 'import sys; sys.exit(None if (3, 11) <= sys.version_info < (3, 14) else "Python 3.11, 3.12 or 3.13 is needed for source/; set PYTHON=<path>")'
	"$(PYTHON)" -m venv .venv-source
	$(SOURCE_PY) -m pip install --quiet --disable-pip-version-check --requirement source/tests/requirements.txt
else
	"$(UV)" venv --quiet --python '$(SOURCE_PYTHONS)' .venv-source
	"$(UV)" pip install --quiet --python $(SOURCE_PY) --requirement source/tests/requirements.txt
endif
	touch $@
