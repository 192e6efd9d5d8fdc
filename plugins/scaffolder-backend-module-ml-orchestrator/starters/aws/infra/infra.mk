# What every starter's Makefile includes for its infrastructure; the CDK app is the same in all of them.
# make deploy     the stack, with the step scripts and the sample data, to the AWS account of the current credentials
# make deploy-ci-provider, make deploy-ci-role
#                 what CI needs in that account to deploy by itself, once: see docs/ci.md
# make teardown   removes what serving made, and then the stack; its buckets and models stay
# make typecheck  types of the CDK app and its tests
# make golden     writes tests/golden/stack.json, what the infrastructure comes to, after a change that is meant
# make test-infra their tests, and the stack under the rules of cdk-nag: offline
#
# ENV=<name> names one of the environments in config/pipeline.json, where there are any.

# Passed on to `cdk deploy`; without a terminal it cannot ask, so CI sets `--require-approval never`.
CDK_DEPLOY_FLAGS ?=
# Passed on to `cdk destroy`, which asks before it deletes: `--force` answers.
CDK_DESTROY_FLAGS ?=
# Only as an argument: some shells have a variable of this name.
ifneq ($(origin ENV),command line)
ENV :=
endif
# Stacks are named <pipeline>-<environment>, and names of environments hold no dash.
STACK = $(if $(ENV),'*-$(ENV)')

export CDK_DISABLE_CLI_TELEMETRY := true

.PHONY: deploy deploy-ci-provider deploy-ci-role environments golden teardown typecheck test-infra

# CI must deploy the environments of config/pipeline.json, and no others.
checks: environments
environments: .venv-checks/.installed
	$(CHECKS)/python checks/environments.py $(wildcard .github/workflows/ci.yml .gitlab-ci.yml)

typecheck: node_modules/.installed
	npm run --silent typecheck

# All test files in one process (see package.json): each would otherwise load the CDK, and synthesize the same stacks again.
test-infra: node_modules/.installed
	npm test --silent
	npm run --silent synth

golden: node_modules/.installed
	UPDATE_GOLDEN=1 npm exec --no -- node --import tsx --test tests/golden.test.ts

deploy: node_modules/.installed
	npm run --silent deploy -- $(STACK) $(CDK_DEPLOY_FLAGS)

deploy-ci-provider deploy-ci-role: deploy-ci-%: node_modules/.installed
	npm run --silent deploy-ci -- $*$(if $(ENV),-$(ENV)) $(CDK_DEPLOY_FLAGS)

# The stack does not know of the endpoint, which would go on costing.
teardown: node_modules/.installed
	npm run --silent remove-serving -- $(ENV)
	npm run --silent destroy -- $(STACK) $(CDK_DESTROY_FLAGS)

# npm may say that aws-local-stepfunctions wants a newer Node: it gets one, as a dependency for this computer's platform.
node_modules/.installed: package.json package-lock.json .npmrc
	npm ci --loglevel=error
	npm exec --no -- node -e 'process.exit(parseInt(process.versions.node) >= 24 ? 0 : 1)' || \
		{ echo "Node.js 24 or newer is needed: package.json brings none for this platform"; exit 1; }
	touch $@

# Only there where the data is extracted before a run prepares it.
-include source/source.mk
