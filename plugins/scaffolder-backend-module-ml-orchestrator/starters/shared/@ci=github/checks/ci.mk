# Lints the workflows: their schema, their security, and actionlint where it is installed (it has no package for pip).
lint-ci: .venv-checks/.installed
	$(CHECKS)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(CHECKS)/zizmor --offline --quiet .github/workflows
	@if command -v actionlint >/dev/null; then actionlint; fi
	$(CHECKS)/python checks/static_keys.py .github/workflows
