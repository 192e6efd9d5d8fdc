import { lazy } from 'react';
import type { ComponentType } from 'react';
import type { GuideTab } from '../links/GuideLinks';

/** A tab of the guide: the path below the page, and what it shows. */
export interface TabPage {
  tab: GuideTab;
  Page: ComponentType;
}

/** The tabs in their order, each loaded when it is opened; the first one opens. */
export const TAB_PAGES: readonly TabPage[] = [
  {
    tab: 'compare',
    Page: lazy(() =>
      import('../components/ComparePage').then(m => ({
        default: m.ComparePage,
      })),
    ),
  },
  {
    tab: 'decide',
    Page: lazy(() =>
      import('../components/DecidePage').then(m => ({ default: m.DecidePage })),
    ),
  },
  {
    tab: 'learn',
    Page: lazy(() =>
      import('../components/LearnPage').then(m => ({ default: m.LearnPage })),
    ),
  },
  {
    tab: 'cost',
    Page: lazy(() =>
      import('../components/CostPage').then(m => ({ default: m.CostPage })),
    ),
  },
  {
    tab: 'portfolio',
    Page: lazy(() =>
      import('../components/PortfolioPage').then(m => ({
        default: m.PortfolioPage,
      })),
    ),
  },
  {
    tab: 'guidance',
    Page: lazy(() =>
      import('../components/GuidancePage').then(m => ({
        default: m.GuidancePage,
      })),
    ),
  },
];
