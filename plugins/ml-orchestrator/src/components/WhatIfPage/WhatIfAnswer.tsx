import { Progress } from '@backstage/core-components';
import { useApi } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { DEFAULT_PORTFOLIO_LIMIT } from 'backstage-plugin-ml-orchestrator-common';
import type {
  Guidance,
  GuidanceWarning,
} from 'backstage-plugin-ml-orchestrator-common';
import { mlOrchestratorApiRef } from '../../api';
import { portfolioQuery } from '../../lib/portfolioQuery';
import type { PortfolioView } from '../../lib/portfolioView';
import { layerProblemsOf } from '../../lib/refusal';
import { useTranslate } from '../../translation';
import { FindingsSection } from '../GuidancePage/FindingsSection';
import { LoadError } from '../LoadError';
import { Pager } from '../Pager';
import { ChangedRows } from './ChangedRows';
import { ChangedVerdicts } from './ChangedVerdicts';

/** Props of {@link WhatIfAnswer}. */
export interface WhatIfAnswerProps {
  guidance: Guidance;
  layer: string | Record<string, unknown>;
  /** Filters and page. */
  view: PortfolioView;
  onPage: (page: number) => void;
}

/** What the change would do, or what is wrong with it and where. */
export const WhatIfAnswer = (props: WhatIfAnswerProps) => {
  const { guidance, layer, view, onPage } = props;
  const { filters, page } = view;
  const t = useTranslate();
  const api = useApi(mlOrchestratorApiRef);
  const { value, error, loading, retry } = useAsyncRetry(
    () =>
      api.whatIf({
        ...filters,
        layers: [layer],
        offset: (page - 1) * DEFAULT_PORTFOLIO_LIMIT,
        limit: DEFAULT_PORTFOLIO_LIMIT,
      }),
    [api, JSON.stringify(layer), portfolioQuery(filters), page],
  );
  // What was said of another change must not be taken for the answer to this one.
  if (loading) {
    return <Progress />;
  }
  // There is one layer only, so its number says nothing.
  const named = (findings: GuidanceWarning[]) =>
    findings.map(finding =>
      finding.file ? { ...finding, file: t('whatIf.layer.name') } : finding,
    );
  const problems = error && layerProblemsOf(error);
  if (problems) {
    return (
      <>
        <Typography role="alert" variant="body1">
          {t('whatIf.result.refused')}
        </Typography>
        <FindingsSection warnings={named(problems)} />
      </>
    );
  }
  if (error) {
    return (
      <LoadError
        title={t('whatIf.result.failed')}
        error={error}
        onRetry={retry}
      />
    );
  }
  return value ? (
    <>
      {value.warnings.length > 0 && (
        <FindingsSection warnings={named(value.warnings)} />
      )}
      <ChangedVerdicts guidance={guidance} result={value} view={view} />
      {value.totalItems > 0 && (
        <div>
          <ChangedRows guidance={guidance} rows={value.items} />
          <Pager page={page} totalItems={value.totalItems} onChange={onPage} />
        </div>
      )}
    </>
  ) : null;
};
