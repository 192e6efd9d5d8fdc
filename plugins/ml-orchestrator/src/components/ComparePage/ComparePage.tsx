import { lazy, Suspense } from 'react';
import { Progress } from '@backstage/core-components';
import { Route, Routes } from 'react-router-dom';
import { GuideContent } from '../GuideContent';
import { Comparison } from './Comparison';

const ProfilePage = lazy(() =>
  import('../ProfilePage').then(m => ({ default: m.ProfilePage })),
);

/** The Compare tab: the comparison, and below it a profile of each orchestrator. */
export const ComparePage = () => (
  <GuideContent>
    {guidance => (
      <Suspense fallback={<Progress />}>
        <Routes>
          <Route index element={<Comparison guidance={guidance} />} />
          <Route path=":id" element={<ProfilePage guidance={guidance} />} />
        </Routes>
      </Suspense>
    )}
  </GuideContent>
);
