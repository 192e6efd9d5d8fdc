import { EmptyState, Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { useParams } from 'react-router-dom';
import { ringBadge } from '../../lib/words';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';
import { Section } from '../Section';
import { Sign } from '../Sign';
import { ProfileFacts } from './ProfileFacts';
import { ProfilePrices } from './ProfilePrices';
import { ProfileStarter } from './ProfileStarter';
import { ProfileUse } from './ProfileUse';
import { UsedBy } from './UsedBy';

const useStyles = makeStyles(
  theme => ({
    parts: {
      display: 'grid',
      gap: theme.spacing(3),
      alignItems: 'start',
      gridTemplateColumns: 'minmax(0, 1fr)',
      marginTop: theme.spacing(2),
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      },
    },
    idea: { maxWidth: theme.spacing(90) },
  }),
  { name: 'MlOrchestratorProfilePage' },
);

/** Everything that the guide and the catalog know about one orchestrator. */
export const ProfilePage = ({ guidance }: { guidance: Guidance }) => {
  const t = useTranslate();
  const classes = useStyles();
  const { id = '' } = useParams();
  const compare = useGuideLinks().tab('compare');
  const orchestrator = guidance.orchestrators.find(o => o.id === id);
  const back = compare && (
    <Link underline="always" to={compare}>
      <span aria-hidden="true">← </span>
      {t('compare.profile.back')}
    </Link>
  );
  if (!orchestrator) {
    return (
      <>
        {back}
        <EmptyState
          missing="content"
          title={t('compare.profile.unknown.title', { id })}
          description={t('compare.profile.unknown.text', {
            known: guidance.orchestrators.map(o => o.id).join(', '),
          })}
        />
      </>
    );
  }
  const ring = ringBadge(t, orchestrator.ring);
  return (
    <>
      {back}
      <div className={classes.idea}>
        <Typography variant="h5" component="h2">
          {orchestrator.title}
        </Typography>
        <Typography variant="body1">
          <Sign {...ring} /> · {orchestrator.summary}
        </Typography>
        {orchestrator.ringReason && (
          <Typography variant="body1">
            {t('compare.profile.reason', {
              ring: ring.word,
              reason: orchestrator.ringReason,
            })}
          </Typography>
        )}
      </div>
      <div className={classes.parts}>
        <ProfileUse guidance={guidance} orchestrator={orchestrator} />
        {/* What uses the last one is not kept for the next. */}
        <UsedBy key={orchestrator.id} orchestrator={orchestrator} />
        <ProfileFacts guidance={guidance} orchestrator={orchestrator} />
        <ProfilePrices guidance={guidance} orchestrator={orchestrator} />
        <ProfileStarter orchestrator={orchestrator} />
        {orchestrator.links.length > 0 && (
          <Section title={t('compare.profile.links')}>
            <ul>
              {orchestrator.links.map(({ title, url }) => (
                <Typography key={url} component="li" variant="body2">
                  <Link underline="always" to={url}>
                    {title}
                  </Link>
                </Typography>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  );
};
