import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** The page with its tabs. */
export const rootRouteRef = createRouteRef({ id: 'ml-orchestrator' });

const tab = <TPath extends string>(path: TPath) =>
  createSubRouteRef({
    id: `ml-orchestrator${path}`,
    parent: rootRouteRef,
    path: path as string,
  });

/** The tabs of the page. */
export const tabRouteRefs = {
  compare: tab('/compare'),
  decide: tab('/decide'),
  learn: tab('/learn'),
  cost: tab('/cost'),
  portfolio: tab('/portfolio'),
  guidance: tab('/guidance'),
};

/** Where the template is filled in. */
export const templateRouteRef = createExternalRouteRef({
  id: 'ml-orchestrator:template',
  params: ['namespace', 'templateName'],
  optional: true,
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** Where an entity's documentation is read. */
export const techDocsRouteRef = createExternalRouteRef({
  id: 'ml-orchestrator:techdocs',
  params: ['namespace', 'kind', 'name'],
  optional: true,
  defaultTarget: 'techdocs.docRoot',
});
