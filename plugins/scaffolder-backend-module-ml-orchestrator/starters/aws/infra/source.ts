import type { Construct } from 'constructs';

import { Extraction } from './extraction';
import type { SourceProps } from './extraction';

/** A file that arrives in S3 can start a run. */
export const FILES_ARRIVE = true;

/** The data is CSV files in the pipeline's bucket: prepare reads them as they are, and there is no extraction. */
export class Source extends Extraction {
  constructor(scope: Construct, id: string, _props: SourceProps) {
    super(scope, id);
  }
}
