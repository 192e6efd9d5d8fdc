import { EmptyState, Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { useTranslate } from '../../translation';
import { GuideContent } from '../GuideContent';
import { HybridsPart } from './HybridsPart';
import { LearnPart } from './LearnPart';
import { MuddyPointsPart } from './MuddyPointsPart';
import { PipelinePicture } from './PipelinePicture';
import { ProfilesPart } from './ProfilesPart';
import { ScenariosPart } from './ScenariosPart';
import { SelfCheck } from './SelfCheck';
import { TermsPart } from './TermsPart';
import type { PartName } from './parts';
import { partAnchor } from './parts';

const useStyles = makeStyles(
  theme => ({
    nav: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      marginBottom: theme.spacing(2),
      ...theme.typography.body1,
    },
    parts: { display: 'grid', gap: theme.spacing(3) },
  }),
  { name: 'MlOrchestratorLearnPage' },
);

const PARTS = [
  { name: 'pipeline', of: 'pipelineStages', Part: PipelinePicture },
  { name: 'profiles', of: 'orchestrators', Part: ProfilesPart },
  { name: 'scenarios', of: 'scenarios', Part: ScenariosPart },
  { name: 'muddyPoints', of: 'muddyPoints', Part: MuddyPointsPart },
  { name: 'hybrids', of: 'hybrids', Part: HybridsPart },
  { name: 'terms', of: 'terms', Part: TermsPart },
  { name: 'selfCheck', of: 'selfCheck', Part: SelfCheck },
] as const satisfies readonly {
  name: PartName;
  of: keyof Guidance;
  Part: unknown;
}[];

const Learn = ({ guidance }: { guidance: Guidance }) => {
  const t = useTranslate();
  const classes = useStyles();
  const parts = PARTS.filter(part => guidance[part.of].length > 0);
  // Orchestrators are always there; on their own they are no lesson.
  const lessons = parts.filter(part => part.name !== 'profiles');
  return (
    <>
      <Typography variant="h5" component="h2">
        {t('learn.title')}
      </Typography>
      {lessons.length === 0 ? (
        <EmptyState
          missing="content"
          title={t('learn.empty.title')}
          description={t('learn.empty.text')}
        />
      ) : (
        <>
          <nav aria-label={t('learn.contents')} className={classes.nav}>
            {parts.map(({ name }) => (
              <Link key={name} underline="always" to={`#${partAnchor(name)}`}>
                {t(`learn.part.${name}`)}
              </Link>
            ))}
          </nav>
          <div className={classes.parts}>
            {parts.map(({ name, Part }) => (
              <LearnPart key={name} name={name}>
                <Part guidance={guidance} />
              </LearnPart>
            ))}
          </div>
        </>
      )}
    </>
  );
};

/** The Learn tab: everything that helps to understand the choice. */
export const LearnPage = () => (
  <GuideContent>{guidance => <Learn guidance={guidance} />}</GuideContent>
);
