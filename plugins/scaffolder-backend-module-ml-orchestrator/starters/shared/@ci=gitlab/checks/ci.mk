# Lints the CI configuration: its schema, and that it keeps no keys.
lint-ci: .venv-checks/.installed
	$(CHECKS)/check-jsonschema --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci .gitlab-ci.yml
	$(CHECKS)/python checks/static_keys.py .gitlab-ci.yml
