import { Suspense } from 'react';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import {
  Header,
  HeaderTabs,
  Link,
  Page,
  Progress,
} from '@backstage/core-components';
import { usePermission } from '@backstage/plugin-permission-react';
import { guidanceOwnerReadPermission } from 'backstage-plugin-ml-orchestrator-common';
import { MainDrawnByPortal } from '../components/GuideContent';
import { useTranslate } from '../translation';
import { LegacyLinks } from './LegacyLinks';
import { TAB_PAGES } from './tabs';

/** The guide with its tabs, framed as pages of the old frontend system are. */
export const MlOrchestratorPage = () => {
  const t = useTranslate();
  const [open] = (useParams()['*'] ?? '').split('/');
  // Only those who may see it have the owners' tab; the page and the backend ask again.
  const { allowed } = usePermission({
    permission: guidanceOwnerReadPermission,
  });
  const tabs = TAB_PAGES.filter(({ tab }) => tab !== 'guidance' || allowed);
  const index = tabs.findIndex(({ tab }) => tab === open);
  return (
    <LegacyLinks>
      <Page themeId="tool">
        <Header title={t('shared.title')} />
        <HeaderTabs
          selectedIndex={Math.max(index, 0)}
          tabs={tabs.map(({ tab }) => ({
            id: tab,
            label: t(`shared.tab.${tab}`),
            tabProps: { component: Link, to: tab },
          }))}
        />
        <MainDrawnByPortal>
          <Suspense fallback={<Progress />}>
            <Routes>
              {TAB_PAGES.map(({ tab, Page: TabPage }) => (
                <Route key={tab} path={`${tab}/*`} element={<TabPage />} />
              ))}
              <Route
                path="*"
                element={<Navigate to={TAB_PAGES[0].tab} replace />}
              />
            </Routes>
          </Suspense>
        </MainDrawnByPortal>
      </Page>
    </LegacyLinks>
  );
};
