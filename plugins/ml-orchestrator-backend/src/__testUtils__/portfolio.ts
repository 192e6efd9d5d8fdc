import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_ANSWERS,
  ANNOTATION_DECIDED_ON,
  ANNOTATION_ORCHESTRATOR,
  ANNOTATION_OVERRIDE_REASON,
  guidanceSchema,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Guidance, Ring } from 'backstage-plugin-ml-orchestrator-common';
import type {
  GuidanceService,
  LoadedGuidance,
} from 'backstage-plugin-ml-orchestrator-node';

/** Two orchestrators and one question that decides between them; `rings` puts them elsewhere. */
export function tinyGuidance(rings: Record<string, Ring> = {}): Guidance {
  return guidanceSchema.parse({
    title: 'Tiny guide',
    idea: 'Small enough to check by hand.',
    orchestrators: ['alpha', 'beta'].map(id => ({
      id,
      title: id,
      ring: rings[id] ?? 'recommended',
      summary: 'Runs pipelines.',
      bestAt: ['Running pipelines'],
    })),
    questions: [
      {
        id: 'where',
        text: 'Where do the steps run?',
        why: 'It decides.',
        options: ['alpha', 'beta'].map(id => ({
          id,
          label: `On ${id}`,
          evidence: { [id]: { effect: 'strongly-for', because: 'Native.' } },
        })),
      },
    ],
  });
}

/** Guidance that a test can change, as a refresh would. */
export class ChangingGuidance implements GuidanceService {
  loaded: LoadedGuidance;
  readonly #listeners: (() => void)[] = [];

  constructor(guidance: Guidance = tinyGuidance()) {
    this.loaded = { guidance, warnings: [], layers: [] };
  }

  async get() {
    return this.loaded;
  }

  onChange(listener: () => void) {
    this.#listeners.push(listener);
  }

  change(guidance: Guidance, how: Partial<LoadedGuidance> = {}) {
    this.loaded = { guidance, warnings: [], layers: [], ...how };
    this.#listeners.forEach(listener => listener());
  }
}

interface Facts {
  title?: string;
  owner?: string;
  system?: string;
  orchestrator?: string;
  answers?: string;
  reason?: string;
  decidedOn?: string;
  uid?: string;
  etag?: string;
}

/** An ML pipeline as the catalog has it. */
export function pipelineEntity(name: string, facts: Facts = {}): Entity {
  const annotations = Object.fromEntries(
    Object.entries({
      [ANNOTATION_ORCHESTRATOR]: facts.orchestrator,
      [ANNOTATION_ANSWERS]: facts.answers,
      [ANNOTATION_OVERRIDE_REASON]: facts.reason,
      [ANNOTATION_DECIDED_ON]: facts.decidedOn,
    }).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      uid: facts.uid ?? `uid-${name}`,
      etag: facts.etag ?? 'etag-1',
      ...(facts.title ? { title: facts.title } : {}),
      annotations,
    },
    spec: {
      type: 'ml-pipeline',
      lifecycle: 'production',
      ...(facts.owner ? { owner: facts.owner } : {}),
      ...(facts.system ? { system: facts.system } : {}),
    },
  };
}
