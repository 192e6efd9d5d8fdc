import type { Construct } from 'constructs';

import type { BaseStack } from './base-stack';
import { Extraction } from './extraction';
import { JobRole } from './job-role';
import { passRoleStatement } from './workflow';

/** The type of the step that extracts the data. */
export const EXTRACT_TYPE = 'Processing';

/** SageMaker Pipelines has no step for queries: a processing job asks Athena, with a role of its own. */
class QueryJob extends Extraction {
  constructor(scope: Construct, id: string, { config, storage, source }: BaseStack) {
    super(scope, id);
    const scripts = storage.addScripts('SourceCode', 'source');
    const role = new JobRole(this, 'Role', {
      bucket: storage.bucket,
      images: [config.trainingImage],
      reads: ['code/*'],
      writes: 'executions/*/extracted/*',
      description: `Asks Athena for the pipeline ${config.id}`,
    });
    for (const statement of source.permissions) role.addToPolicy(statement);
    source.acceptWildcards(role);

    this.permissions.push(passRoleStatement(role));
    Object.assign(this.substitutions, source.substitutions, {
      SourceRoleName: role.roleName,
      SourceCodePrefix: scripts.prefix.replace(/\/$/, ''),
    });
    this.node.addDependency(scripts.deployment, source);
  }
}

/** What that step needs. */
export const extractionFor = (stack: BaseStack): Extraction => new QueryJob(stack, 'QueryJob', stack);
