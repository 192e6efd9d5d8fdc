import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

/** The page with its tabs. */
export const rootRouteRef = createRouteRef();
/** The Compare tab. */
export const compareRouteRef = createRouteRef();
/** The Decide tab; answers go in the query, `?answers=question=option,…`. */
export const decideRouteRef = createRouteRef();
/** The Learn tab. */
export const learnRouteRef = createRouteRef();
/** The Cost tab; what is estimated goes in the query. */
export const costRouteRef = createRouteRef();
/** The Portfolio tab; filters, order and page go in the query. What if is a page below it. */
export const portfolioRouteRef = createRouteRef();
/** The tab for the owners of the guidance. */
export const guidanceRouteRef = createRouteRef();

/** Where the template is filled in. */
export const templateRouteRef = createExternalRouteRef({
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});
/** Where an entity's documentation is read. */
export const techDocsRouteRef = createExternalRouteRef({
  params: ['namespace', 'kind', 'name'],
  defaultTarget: 'techdocs.docRoot',
});
