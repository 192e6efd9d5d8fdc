import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { IConstruct } from 'constructs';

import { acceptResources } from './acknowledgements';
import type { PipelineConfig } from './config';
import type { Storage } from './storage';

/*
 * How a run gets at its data.
 *
 * Unless the data is files in S3, each run begins with an extraction. It writes CSV files with a header line below
 * executions/<run>/extracted/, and prepare reads that prefix instead of data/. Tried again, it replaces what it wrote.
 *
 * infra/source.ts says where the data comes from. Whatever that is, it exports
 *
 *     class Source extends Extraction     made by base-stack.ts; `stack.source`
 *     const FILES_ARRIVE: boolean         whether a file that arrives in S3 can start a run
 *
 * What runs the pipeline starts the extraction and waits for it:
 *
 *  1. its role gets `permissions`, and `acceptWildcards(role)` tells cdk-nag why they are as wide as they are;
 *  2. its code gets the `substitutions`, names that are there with that source only;
 *  3. no run may start before `stack.source` is deployed: add a dependency on it.
 */

export interface SourceProps {
  readonly config: PipelineConfig;
  readonly storage: Storage;
}

/** What infra/source.ts gives to whatever runs the pipeline. */
export abstract class Extraction extends Construct {
  /** What starts the extraction, waits for it, and stops it when the run is stopped, may do. */
  readonly permissions: PolicyStatement[] = [];
  /** Placeholder → name, id or ARN. */
  readonly substitutions: Record<string, string> = {};
  /** Reason → the wildcards in the permissions, as a finding has them. */
  protected readonly wildcards: Record<string, string[]> = {};

  /** For a role that has the permissions, or a policy. */
  acceptWildcards(holder: IConstruct): void {
    acceptResources(holder, this.wildcards);
  }
}
