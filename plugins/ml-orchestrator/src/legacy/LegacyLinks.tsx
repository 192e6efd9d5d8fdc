import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { GuideLinksProvider } from '../links/GuideLinks';
import type { GuideLinks } from '../links/GuideLinks';
import { rootRouteRef, techDocsRouteRef, templateRouteRef } from './routes';

/** Resolves the guide's links in the old frontend system. */
export const LegacyLinks = ({ children }: { children: ReactNode }) => {
  const root = useRouteRef(rootRouteRef);
  const template = useRouteRef(templateRouteRef);
  const docs = useRouteRef(techDocsRouteRef);
  const links = useMemo<GuideLinks>(
    () => ({
      tab: name => `${root()}/${name}`,
      template: route => template?.(route),
      docs: route => docs?.(route),
    }),
    [root, template, docs],
  );
  return <GuideLinksProvider value={links}>{children}</GuideLinksProvider>;
};
