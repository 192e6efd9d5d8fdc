import { useMemo, useState } from 'react';
import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { useSearchParams } from 'react-router-dom';
import { useSettled } from '../../hooks';
import {
  guidanceLayerOf,
  readGuidanceChange,
  withGuidanceChange,
} from '../../lib/guidanceChange';
import {
  isFiltered,
  portfolioViewQuery,
  readPortfolioView,
} from '../../lib/portfolioView';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';
import { OwnersOnly } from '../OwnersOnly';
import { Section } from '../Section';
import { ChangeForm } from './ChangeForm';
import { LayerForm } from './LayerForm';
import { LayerText } from './LayerText';
import { WhatIfAnswer } from './WhatIfAnswer';

const useStyles = makeStyles(
  theme => ({
    parts: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
      marginTop: theme.spacing(2),
    },
  }),
  { name: 'MlOrchestratorWhatIfPage' },
);

const WhatIf = ({ guidance }: { guidance: Guidance }) => {
  const t = useTranslate();
  const classes = useStyles();
  const portfolio = useGuideLinks().tab('portfolio') ?? '';
  const [query, setQuery] = useSearchParams();
  const change = useMemo(() => readGuidanceChange(query), [query]);
  const view = useMemo(() => readPortfolioView(query), [query]);
  // A layer is too long for an address.
  const [typed, setTyped] = useState('');
  const [submitted, setSubmitted] = useState('');
  const reason = useSettled(change.reason);
  const layer = useMemo(
    () =>
      change.kind === 'layer'
        ? submitted || undefined
        : guidanceLayerOf(guidance, { ...change, reason }),
    [guidance, change, reason, submitted],
  );
  const goTo = (page: number) =>
    setQuery(current => {
      const next = new URLSearchParams(current);
      next.set('page', String(page));
      return next;
    });
  return (
    <>
      <Link
        underline="always"
        // The page in the address is one of the answer.
        to={`${portfolio}${portfolioViewQuery({ ...view, page: 1 })}`}
      >
        {t('whatIf.back')}
      </Link>
      <Typography variant="h5" component="h2">
        {t('whatIf.title')}
      </Typography>
      <Typography variant="body1">{t('whatIf.text')}</Typography>
      {isFiltered(view) && (
        <Typography variant="body1">{t('whatIf.filtered')}</Typography>
      )}
      <div className={classes.parts}>
        <Section compact title={t('whatIf.kind.label')}>
          <ChangeForm
            guidance={guidance}
            change={change}
            onChange={(part, options) =>
              setQuery(
                current =>
                  withGuidanceChange(current, {
                    ...readGuidanceChange(current),
                    ...part,
                  }),
                options,
              )
            }
          />
          {change.kind === 'layer' && (
            <LayerForm
              text={typed}
              onChange={setTyped}
              onSubmit={() => {
                goTo(1);
                setSubmitted(typed);
              }}
            />
          )}
        </Section>
        {layer === undefined ? (
          <Typography role="status" variant="body1">
            {t('whatIf.form.incomplete')}
          </Typography>
        ) : (
          <>
            <WhatIfAnswer
              guidance={guidance}
              layer={layer}
              view={view}
              onPage={goTo}
            />
            {typeof layer !== 'string' && <LayerText layer={layer} />}
          </>
        )}
      </div>
    </>
  );
};

/** Tries a change of the guidance on the pipelines; for its owners. */
export const WhatIfPage = ({ guidance }: { guidance: Guidance }) => {
  const t = useTranslate();
  return (
    <OwnersOnly denied={t('whatIf.denied')}>
      <WhatIf guidance={guidance} />
    </OwnersOnly>
  );
};
