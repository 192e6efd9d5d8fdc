import type { ReactNode } from 'react';
import { Content, Progress } from '@backstage/core-components';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { useGuidance } from '../../hooks';
import { GuidanceWarnings } from '../GuidanceWarnings';
import { LoadError } from '../LoadError';

/** Props of {@link GuideContent}. */
export interface GuideContentProps {
  /** Draws the tab once the guidance is there. */
  children: (guidance: Guidance) => ReactNode;
}

/**
 * The frame of each tab of the guide: loads the guidance and shows its warnings. It is
 * the page's main landmark, which the portal leaves to the page.
 */
export const GuideContent = ({ children }: GuideContentProps) => {
  const { value, error, retry } = useGuidance();
  if (!value && !error) {
    return <Progress />;
  }
  return (
    <main>
      <Content>
        {error && (
          <LoadError
            title="The guidance could not be loaded"
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
    </main>
  );
};
