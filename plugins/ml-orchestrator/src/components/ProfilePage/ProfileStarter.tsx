import { LinkButton } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import type { Orchestrator } from 'backstage-plugin-ml-orchestrator-common';
import { PIPELINE_TEMPLATE } from '../../lib/templateQuery';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';
import { Section } from '../Section';

/** What the scaffolder generates for an orchestrator. */
export const ProfileStarter = (props: { orchestrator: Orchestrator }) => {
  const t = useTranslate();
  const template = useGuideLinks().template(PIPELINE_TEMPLATE);
  return (
    <Section title={t('compare.profile.starter.title')}>
      <Typography variant="body2" paragraph>
        {t(
          props.orchestrator.starter
            ? 'compare.profile.starter.text'
            : 'compare.profile.starter.none',
        )}
      </Typography>
      {props.orchestrator.starter && template && (
        <LinkButton variant="outlined" to={template}>
          {t('compare.profile.starter.create')}
        </LinkButton>
      )}
    </Section>
  );
};
