import { createContext, Fragment, useContext } from 'react';
import type { ReactNode } from 'react';
import { Content, Progress } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { useGuidance } from '../../hooks';
import { useTranslate } from '../../translation';
import { GuidanceWarnings } from '../GuidanceWarnings';
import { LoadError } from '../LoadError';

const useStyles = makeStyles(
  {
    // The tabs that the portal draws above are wider than a narrow window, and would widen the page.
    '@global': {
      '.bui-PluginHeaderTabsWrapper': {
        overflowX: 'auto',
        overflowY: 'hidden',
        // The line below the tab that is open.
        paddingBottom: 1,
      },
    },
  },
  { name: 'MlOrchestratorGuideContent' },
);

const MainDrawn = createContext(false);

/** Around pages whose main landmark the portal draws, as it does in the old frontend system. */
export const MainDrawnByPortal = ({ children }: { children: ReactNode }) => (
  <MainDrawn.Provider value>{children}</MainDrawn.Provider>
);

/** Props of {@link GuideContent}. */
export interface GuideContentProps {
  /** Draws the tab once the guidance is there. */
  children: (guidance: Guidance) => ReactNode;
}

/**
 * The frame of each tab of the guide: loads the guidance and shows its warnings. It is
 * the page's main landmark, unless the portal draws one.
 */
export const GuideContent = ({ children }: GuideContentProps) => {
  useStyles();
  const t = useTranslate();
  const Landmark = useContext(MainDrawn) ? Fragment : 'main';
  const { value, error, retry } = useGuidance();
  if (!value && !error) {
    return <Progress />;
  }
  return (
    <Landmark>
      <Content>
        {error && (
          <LoadError
            title={t('shared.load.guidance')}
            error={error}
            onRetry={retry}
          />
        )}
        {!error && value && (
          <>
            <GuidanceWarnings warnings={value.warnings} />
            {children(value.guidance)}
          </>
        )}
      </Content>
    </Landmark>
  );
};
