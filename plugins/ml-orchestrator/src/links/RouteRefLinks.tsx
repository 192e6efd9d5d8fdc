import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  compareRouteRef,
  costRouteRef,
  decideRouteRef,
  guidanceRouteRef,
  learnRouteRef,
  portfolioRouteRef,
  techDocsRouteRef,
  templateRouteRef,
} from '../routes';
import type { GuideLinks } from './GuideLinks';
import { GuideLinksProvider } from './GuideLinks';

/** Resolves the guide's links in the new frontend system. */
export const RouteRefLinks = ({ children }: { children: ReactNode }) => {
  const compare = useRouteRef(compareRouteRef);
  const decide = useRouteRef(decideRouteRef);
  const learn = useRouteRef(learnRouteRef);
  const cost = useRouteRef(costRouteRef);
  const portfolio = useRouteRef(portfolioRouteRef);
  const guidance = useRouteRef(guidanceRouteRef);
  const template = useRouteRef(templateRouteRef);
  const docs = useRouteRef(techDocsRouteRef);
  const links = useMemo<GuideLinks>(() => {
    const tabs = { compare, decide, learn, cost, portfolio, guidance };
    return {
      tab: tab => tabs[tab]?.(),
      template: route => template?.(route),
      docs: route => docs?.(route),
    };
  }, [compare, decide, learn, cost, portfolio, guidance, template, docs]);
  return <GuideLinksProvider value={links}>{children}</GuideLinksProvider>;
};
