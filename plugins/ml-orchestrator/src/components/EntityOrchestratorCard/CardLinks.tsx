import { Link } from '@backstage/core-components';
import type { Entity } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { RELATION_ORCHESTRATED_BY } from 'backstage-plugin-ml-orchestrator-common';
import { findDecisionRecord } from '../../lib/decisionRecord';
import { useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
  }),
  { name: 'MlOrchestratorCardLinks' },
);

/** Props of {@link CardLinks}. */
export interface CardLinksProps {
  entity: Entity;
  /** The Decide tab with the answers given. */
  decideLink?: string;
}

/** From an entity to the guide, its decision record and its orchestrator. */
export const CardLinks = ({ entity, decideLink }: CardLinksProps) => {
  const t = useTranslate();
  const classes = useStyles();
  const links = useGuideLinks();
  const docsLink = links.docs({
    namespace: entity.metadata.namespace ?? 'default',
    kind: entity.kind.toLocaleLowerCase('en-US'),
    name: entity.metadata.name,
  });
  const record = findDecisionRecord(entity);
  const orchestrator = entity.relations?.find(
    relation => relation.type === RELATION_ORCHESTRATED_BY,
  );
  const recordLink =
    record?.kind === 'techdocs'
      ? docsLink && `${docsLink}${record.path}`
      : record?.url;
  return (
    <Typography variant="body2" component="ul" className={classes.list}>
      {decideLink && (
        <li>
          <Link to={decideLink}>{t('entity.guide')}</Link>
        </li>
      )}
      {recordLink && (
        <li>
          <Link to={recordLink}>{t('entity.record')}</Link>
        </li>
      )}
      {orchestrator && (
        <li>
          <EntityRefLink entityRef={orchestrator.targetRef}>
            {t('entity.orchestrates')}
          </EntityRefLink>
        </li>
      )}
    </Typography>
  );
};
