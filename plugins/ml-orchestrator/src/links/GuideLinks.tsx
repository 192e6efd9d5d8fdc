import { createContext, useContext } from 'react';

/** A tab of the guide. */
export type GuideTab =
  | 'compare'
  | 'decide'
  | 'learn'
  | 'cost'
  | 'portfolio'
  | 'guidance';

/** An entity in parts, as Backstage's routes name it. */
export type EntityRoute = Record<'namespace' | 'kind' | 'name', string>;

/**
 * Where the guide's links lead. The two frontend systems of Backstage resolve routes each
 * in its own way; what is drawn asks here and knows neither. A link to something that the
 * portal does not have is undefined, and is not drawn.
 */
export interface GuideLinks {
  /** A tab of the guide, such as `/ml-orchestrator/compare`. */
  tab(tab: GuideTab): string | undefined;
  /** The form of a software template. */
  template(route: {
    namespace: string;
    templateName: string;
  }): string | undefined;
  /** An entity's documentation. */
  docs(route: EntityRoute): string | undefined;
}

const GuideLinksContext = createContext<GuideLinks>({
  tab: () => undefined,
  template: () => undefined,
  docs: () => undefined,
});

/** Says where links lead for everything drawn inside. */
export const GuideLinksProvider = GuideLinksContext.Provider;

/** Where the guide's links lead. */
export function useGuideLinks(): GuideLinks {
  return useContext(GuideLinksContext);
}
