import { Progress } from '@backstage/core-components';
import { useApi } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { mlOrchestratorApiRef } from '../../api';
import { useTranslate } from '../../translation';
import { GuideContent } from '../GuideContent';
import { LoadError } from '../LoadError';
import { OwnersOnly } from '../OwnersOnly';
import { CountsSection } from './CountsSection';
import { DecisionSection } from './DecisionSection';
import { FindingsSection } from './FindingsSection';
import { LayersSection } from './LayersSection';
import { ScenariosSection } from './ScenariosSection';

const useStyles = makeStyles(
  theme => ({
    parts: {
      display: 'grid',
      // A wide table scrolls in its own region instead of widening the page.
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
    },
    title: { marginBottom: theme.spacing(2) },
  }),
  { name: 'MlOrchestratorGuidancePage' },
);

const GuidanceReport = ({ guidance }: { guidance: Guidance }) => {
  const t = useTranslate();
  const classes = useStyles();
  const api = useApi(mlOrchestratorApiRef);
  const { value, error, retry } = useAsyncRetry(
    () => api.getGuidanceStatus(),
    [api],
  );
  if (error) {
    return <LoadError title={t('owners.load')} error={error} onRetry={retry} />;
  }
  if (!value) {
    return <Progress />;
  }
  const { layers, refresh, warnings, status } = value;
  return (
    <>
      <Typography variant="h5" component="h2" className={classes.title}>
        {t('owners.title')}
      </Typography>
      <div className={classes.parts}>
        <LayersSection layers={layers} refresh={refresh} />
        <FindingsSection warnings={warnings} />
        <ScenariosSection guidance={guidance} outcomes={status.scenarios} />
        <DecisionSection guidance={guidance} status={status} />
        <CountsSection counts={status.counts} />
      </div>
    </>
  );
};

const ForOwners = ({ guidance }: { guidance: Guidance }) => {
  const t = useTranslate();
  return (
    <OwnersOnly denied={t('owners.denied.title')}>
      <GuidanceReport guidance={guidance} />
    </OwnersOnly>
  );
};

/** The Guidance tab: what is loaded and how it fares, for those who own it. */
export const GuidancePage = () => (
  <GuideContent>{guidance => <ForOwners guidance={guidance} />}</GuideContent>
);
