import { InfoCard, Link, LinkButton } from '@backstage/core-components';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { isLinked } from '../../lib/likelyPipeline';
import { LINK_TEMPLATE, linkTemplateQuery } from '../../lib/templateQuery';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';
import { LinkProposal } from '../LinkProposal';

/** Invites people to link an entity to its orchestrator; nothing once it is linked. */
export const LinkInvitation = () => {
  const t = useTranslate();
  const links = useGuideLinks();
  const { entity } = useEntity();
  if (isLinked(entity)) {
    return null;
  }
  const entityRef = stringifyEntityRef(entity);
  const template = links.template(LINK_TEMPLATE);
  const decide = links.tab('decide');
  return (
    <InfoCard title={t('entity.invitation.title')}>
      <Typography variant="body2" paragraph>
        {t('entity.invitation.text')}
      </Typography>
      <LinkProposal entityRef={entityRef} />
      {template && (
        <>
          <Typography variant="body2" paragraph>
            {t('entity.invitation.how')}
          </Typography>
          <Typography paragraph>
            <LinkButton
              color="primary"
              variant="contained"
              to={`${template}${linkTemplateQuery(entityRef)}`}
            >
              {t('entity.invitation.link')}
            </LinkButton>
          </Typography>
        </>
      )}
      {decide && (
        <Typography variant="body2">
          <Link underline="always" to={decide}>
            {t('entity.invitation.decide')}
          </Link>
        </Typography>
      )}
    </InfoCard>
  );
};
