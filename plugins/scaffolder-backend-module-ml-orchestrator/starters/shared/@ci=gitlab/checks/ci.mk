# Lints the CI configuration: its schema, that it keeps no keys, and where it deploys to.
lint-ci: .venv-checks/.installed
	$(CHECKS)/check-jsonschema --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci .gitlab-ci.yml
	$(CHECKS)/python checks/static_keys.py .gitlab-ci.yml
	$(CHECKS)/python checks/environments.py .gitlab-ci.yml
