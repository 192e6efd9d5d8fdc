# What every starter's Makefile includes.
# make verify   everything, offline: `make checks`, then `make test`
# make checks   what needs no pipeline: documentation (strict), CI configuration, versions, Renovate, hooks
#               (mkdocs without --quiet, which would hide from --strict the warnings it counts)

CHECKS := .venv-checks/bin
# What the theme says of its future is nothing that this repository could mend.
export NO_MKDOCS_2_WARNING := true

.PHONY: verify checks lint-ci lock-checks

# The quick ones first.
verify: checks test

checks: lint-ci
	$(CHECKS)/python checks/versions.py
	$(CHECKS)/check-jsonschema --builtin-schema vendor.renovate renovate.json
	$(CHECKS)/pre-commit validate-config
	$(CHECKS)/python -m mkdocs build --strict --site-dir build/site

# After changing checks/requirements.in; needs uv.
lock-checks:
	uv pip compile checks/requirements.in --universal --python-version=3.11 --output-file=checks/requirements.txt

.venv-checks/.installed: checks/requirements.txt
	rm -rf .venv-checks
ifeq ($(UV),)
	"$(PYTHON)" -m venv .venv-checks
	$(CHECKS)/python -m pip install --quiet --disable-pip-version-check --requirement checks/requirements.txt
else
	"$(UV)" venv --quiet --python "$(PYTHON)" .venv-checks
	"$(UV)" pip install --quiet --python $(CHECKS)/python --requirement checks/requirements.txt
endif
	touch $@

include checks/ci.mk
