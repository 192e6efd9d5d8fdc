import { InfoCard, Progress } from '@backstage/core-components';
import type { Entity } from '@backstage/catalog-model';
import {
  EntityRefLink,
  EntityRefLinks,
  getEntityRelations,
  useEntity,
} from '@backstage/plugin-catalog-react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import {
  readDecision,
  verdictOf,
} from 'backstage-plugin-ml-orchestrator-common';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { useOrchestrated } from '../../hooks';
import { verdictBadge } from '../../lib/verdict';
import { useTranslate } from '../../translation';
import { LoadError } from '../LoadError';
import { MoreInPortfolio } from '../MoreInPortfolio';
import { Sign } from '../Sign';
import { WithGuidance } from '../WithGuidance';

const SHOWN = 50;

const Rows = (props: { guidance: Guidance; entities: Entity[] }) => {
  const { guidance, entities } = props;
  const t = useTranslate();
  return (
    <Table size="small" aria-label={t('entity.orchestrator.runs')}>
      <TableHead>
        <TableRow>
          <TableCell>{t('entity.orchestrator.pipeline')}</TableCell>
          <TableCell>{t('entity.orchestrator.owner')}</TableCell>
          <TableCell>{t('entity.orchestrator.verdict')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {entities.map(entity => {
          const { verdict } = verdictOf(guidance, readDecision(entity));
          return (
            <TableRow key={entity.metadata.uid ?? entity.metadata.name}>
              <TableCell component="th" scope="row">
                <EntityRefLink entityRef={entity} />
              </TableCell>
              <TableCell>
                <EntityRefLinks
                  entityRefs={getEntityRelations(entity, 'ownedBy')}
                />
              </TableCell>
              <TableCell>
                <Sign {...verdictBadge(t, verdict)} />
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
};

const Orchestrated = ({ name }: { name: string }) => {
  const t = useTranslate();
  const { value, error, retry } = useOrchestrated(name, SHOWN);
  return (
    <InfoCard title={t('entity.orchestrator.runs')}>
      {error && (
        <LoadError
          title={t('entity.orchestrator.failed')}
          error={error}
          onRetry={retry}
        />
      )}
      {!error && !value && <Progress />}
      {value?.entities.length === 0 && (
        <Typography variant="body2">{t('entity.orchestrator.none')}</Typography>
      )}
      {value && value.entities.length > 0 && (
        <WithGuidance>
          {guidance => <Rows guidance={guidance} entities={value.entities} />}
        </WithGuidance>
      )}
      {value && value.more > 0 && (
        <Typography variant="body2">
          <MoreInPortfolio orchestrator={name} count={value.more} />
        </Typography>
      )}
    </InfoCard>
  );
};

/** What runs on the orchestrator that a resource stands for, each with today's verdict. */
export const OrchestratedCard = () => {
  const { name } = useEntity().entity.metadata;
  // What runs on the last one is not kept for the next.
  return <Orchestrated key={name} name={name} />;
};
