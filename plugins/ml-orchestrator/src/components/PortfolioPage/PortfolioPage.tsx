import { lazy, Suspense } from 'react';
import { Progress } from '@backstage/core-components';
import { Route, Routes } from 'react-router-dom';
import { GuideContent } from '../GuideContent';
import { Portfolio } from './Portfolio';

const WhatIfPage = lazy(() =>
  import('../WhatIfPage').then(m => ({ default: m.WhatIfPage })),
);

/** The Portfolio tab: all ML pipelines that the reader may see, and below it What if. */
export const PortfolioPage = () => (
  <GuideContent>
    {guidance => (
      <Suspense fallback={<Progress />}>
        <Routes>
          <Route index element={<Portfolio guidance={guidance} />} />
          <Route path="what-if" element={<WhatIfPage guidance={guidance} />} />
        </Routes>
      </Suspense>
    )}
  </GuideContent>
);
