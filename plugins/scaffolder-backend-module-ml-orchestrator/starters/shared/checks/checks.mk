# What every starter's Makefile includes.
# make verify   everything, offline: `make test`, then `make checks`
# make checks   builds the documentation, strictly, and lints the CI workflow
#               (mkdocs without --quiet, which would hide from --strict the warnings it counts)

CHECKS := .venv-checks/bin

.PHONY: verify checks lock-checks

verify: test checks

checks: .venv-checks/.installed
	$(CHECKS)/python -m mkdocs build --strict --site-dir build/site
	$(CHECKS)/zizmor --offline --quiet .github/workflows

# After changing checks/requirements.in; needs uv.
lock-checks:
	uv pip compile checks/requirements.in --universal --python-version 3.11 \
		--no-header --no-annotate --no-emit-index-url --output-file checks/requirements.txt

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
