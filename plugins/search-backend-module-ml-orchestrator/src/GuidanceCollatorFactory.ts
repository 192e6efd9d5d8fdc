import { Readable } from 'node:stream';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import type { GuidanceService } from 'backstage-plugin-ml-orchestrator-node';
import { guidanceDocuments } from './guidanceDocuments';

/** Feeds the search index with what the guidance in force says. */
export class GuidanceCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'ml-orchestrator';

  constructor(
    private readonly guidance: GuidanceService,
    private readonly basePath: string,
  ) {}

  async getCollator(): Promise<Readable> {
    const { guidance } = await this.guidance.get();
    return Readable.from(guidanceDocuments(guidance, this.basePath));
  }
}
