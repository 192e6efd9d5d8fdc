import { Link } from '@backstage/core-components';
import type { Entity } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { RELATION_ORCHESTRATED_BY } from 'backstage-plugin-ml-orchestrator-common';
import { placeLink, useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      listStyle: 'none',
      margin: theme.spacing(2, 0, 0),
      padding: 0,
    },
  }),
  { name: 'MlOrchestratorCardLinks' },
);

/** Props of {@link CardLinks}. */
export interface CardLinksProps {
  entity: Entity;
  /** Id of the orchestrator, if the guidance knows it. */
  orchestrator?: string;
  /** The Decide tab with the answers given. */
  decideLink?: string;
}

/** From an entity to the guide, and to its orchestrator. */
export const CardLinks = (props: CardLinksProps) => {
  const { entity, orchestrator, decideLink } = props;
  const t = useTranslate();
  const classes = useStyles();
  const links = useGuideLinks();
  const profile =
    orchestrator && placeLink(links, 'orchestrator', orchestrator);
  const related = entity.relations?.find(
    relation => relation.type === RELATION_ORCHESTRATED_BY,
  );
  return (
    <Typography variant="body2" component="ul" className={classes.list}>
      {decideLink && (
        <li>
          <Link to={decideLink}>{t('entity.guide')}</Link>
        </li>
      )}
      {profile && (
        <li>
          <Link to={profile}>{t('entity.orchestrator.profile')}</Link>
        </li>
      )}
      {related && (
        <li>
          <EntityRefLink entityRef={related.targetRef}>
            {t('entity.orchestrates')}
          </EntityRefLink>
        </li>
      )}
    </Typography>
  );
};
