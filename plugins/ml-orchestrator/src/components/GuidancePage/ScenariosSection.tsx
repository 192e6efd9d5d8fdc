import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import type {
  Guidance,
  ScenarioOutcome,
} from 'backstage-plugin-ml-orchestrator-common';
import { answersQuery } from '../../lib/answersQuery';
import { scenarioActual, scenarioExpected } from '../../lib/scenarioWords';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';
import { Section } from '../Section';
import { Sign } from '../Sign';
import { ReportTable } from '../ReportTable';

/** Props of {@link ScenariosSection}. */
export interface ScenariosSectionProps {
  guidance: Guidance;
  outcomes: ScenarioOutcome[];
}

/** The guidance's own tests: what each scenario expects and what comes out. */
export const ScenariosSection = (props: ScenariosSectionProps) => {
  const { guidance, outcomes } = props;
  const t = useTranslate();
  const decide = useGuideLinks().tab('decide');
  const name = (id: string) => {
    const scenario = guidance.scenarios.find(s => s.id === id);
    return scenario && decide ? (
      <Link to={`${decide}${answersQuery(scenario.answers)}`}>
        {scenario.title}
      </Link>
    ) : (
      scenario?.title ?? id
    );
  };
  const title = t('owners.scenarios.title');
  if (outcomes.length === 0) {
    return (
      <Section compact title={title}>
        <Typography variant="body2">{t('owners.scenarios.none')}</Typography>
      </Section>
    );
  }
  const held = String(outcomes.filter(({ holds }) => holds).length);
  return (
    <Section
      compact
      title={title}
      aside={t('owners.scenarios.hold', { held, count: outcomes.length })}
    >
      <ReportTable
        label={title}
        columns={[
          t('owners.scenarios.scenario'),
          t('owners.scenarios.expected'),
          t('owners.scenarios.actual'),
          t('owners.scenarios.result'),
        ]}
        rows={outcomes.map(outcome => ({
          id: outcome.scenario,
          cells: [
            name(outcome.scenario),
            scenarioExpected(t, guidance, outcome),
            scenarioActual(t, guidance, outcome),
            <Sign
              sign={outcome.holds ? '✔' : '✘'}
              word={t(`owners.scenarios.${outcome.holds ? 'holds' : 'fails'}`)}
            />,
          ],
        }))}
      />
    </Section>
  );
};
