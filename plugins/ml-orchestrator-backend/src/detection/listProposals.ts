import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  detectedOrchestrator,
  dismissedOrchestrators,
  isLocator,
  readDecision,
  type Guidance,
  type LinkProposal,
  type LinkProposalsPage,
} from 'backstage-plugin-ml-orchestrator-common';
import type { DetectedEntity, DetectionStore } from './DetectionStore';

/** How many are asked for at a time, when some of them may not be seen. */
const BATCH = 200;

interface Options {
  catalog: CatalogService;
  store: DetectionStore;
}

interface Request {
  credentials: BackstageCredentials;
  guidance: Guidance;
}

/** A page of the proposals for entities that a reader may see. */
export async function listProposals(
  { catalog, store }: Options,
  { after, limit, ...request }: Request & { after: string; limit: number },
): Promise<LinkProposalsPage> {
  const items: LinkProposal[] = [];
  let last = after;
  for (;;) {
    const batch = await store.withLinks(last, BATCH);
    const proposals = await visible(catalog, batch, request);
    for (const [index, proposal] of proposals.entries()) {
      if (proposal && items.length === limit) {
        return { items, nextCursor: last };
      }
      if (proposal) {
        items.push(proposal);
      }
      last = batch[index].entityRef;
    }
    if (batch.length < BATCH) {
      return { items };
    }
  }
}

/** The proposal for one entity, if there is one, and the reader may see the entity. */
export async function findProposal(
  { catalog, store }: Options,
  { entityRef, ...request }: Request & { entityRef: string },
): Promise<LinkProposal | undefined> {
  const detected = await store.get(entityRef);
  return detected
    ? (await visible(catalog, [detected], request))[0]
    : undefined;
}

async function visible(
  catalog: CatalogService,
  detected: DetectedEntity[],
  { credentials, guidance }: Request,
): Promise<(LinkProposal | undefined)[]> {
  if (detected.length === 0) {
    return [];
  }
  const { items } = await catalog.getEntitiesByRefs(
    {
      entityRefs: detected.map(({ entityRef }) => entityRef),
      fields: ['kind', 'metadata.annotations'],
    },
    { credentials },
  );
  return detected.map((one, index) => {
    const entity = items[index];
    return entity && propose(one, entity, guidance);
  });
}

/** What is known may be older than the entity, and than the guidance. */
function propose(
  { entityRef, etag, foundAt, link }: DetectedEntity,
  entity: Entity,
  guidance: Guidance,
): LinkProposal | undefined {
  const dismissed = dismissedOrchestrators(entity);
  const id = link && detectedOrchestrator(guidance, link.orchestrator)?.id;
  if (!link || !id || readDecision(entity)) {
    return undefined;
  }
  if (dismissed === 'all' || dismissed.has(id)) {
    return undefined;
  }
  const { confidence, evidence, locator } = link;
  return {
    entityRef,
    orchestrator: id,
    // Only what the link template will take.
    ...(locator && isLocator(id, locator) && { locator }),
    confidence,
    evidence,
    etag,
    foundAt: foundAt!,
  };
}
