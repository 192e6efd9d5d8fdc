import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { RESOURCE_TYPE_ORCHESTRATOR } from 'backstage-plugin-ml-orchestrator-common';
import type { Orchestrator } from 'backstage-plugin-ml-orchestrator-common';

const LOCATION = 'ml-orchestrator:guidance';

/** The catalog entity that stands for an orchestrator. */
export function orchestratorEntity(
  orchestrator: Orchestrator,
  owner: string,
): Entity {
  const { id, title, summary, links, ring } = orchestrator;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: id,
      title,
      description: summary,
      tags: [ring],
      links: links.map(link => ({ title: link.title, url: link.url })),
      annotations: {
        [ANNOTATION_LOCATION]: LOCATION,
        [ANNOTATION_ORIGIN_LOCATION]: LOCATION,
      },
    },
    spec: { type: RESOURCE_TYPE_ORCHESTRATOR, owner },
  };
}
