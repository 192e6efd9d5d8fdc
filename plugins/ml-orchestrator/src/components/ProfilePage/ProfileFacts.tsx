import { Link } from '@backstage/core-components';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { comparisonGroups } from '../../lib/comparison';
import { cellWords } from '../../lib/exportComparison';
import { placeLink, useGuideLinks } from '../../links';
import { useTranslate } from '../../translation';
import { Section } from '../Section';
import type { ProfilePartProps } from './ProfileUse';

/** What the comparison says of one orchestrator, limits included. */
export const ProfileFacts = ({ guidance, orchestrator }: ProfilePartProps) => {
  const t = useTranslate();
  const links = useGuideLinks();
  return (
    <Section title={t('compare.profile.facts')}>
      {comparisonGroups(guidance).map(group => {
        const told = group.criteria.filter(c => c.values[orchestrator.id]);
        return (
          told.length > 0 && (
            <div key={group.id}>
              <Typography variant="h6" component="h3">
                {group.title}
              </Typography>
              <Table size="small" aria-label={group.title}>
                <TableBody>
                  {told.map(criterion => (
                    <TableRow key={criterion.id}>
                      <TableCell component="th" scope="row">
                        <Link
                          underline="always"
                          to={
                            placeLink(links, 'criterion', criterion.id) ?? '#'
                          }
                        >
                          {criterion.title}
                        </Link>
                      </TableCell>
                      <TableCell>
                        {cellWords(t, criterion.values[orchestrator.id])}
                      </TableCell>
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            </div>
          )
        );
      })}
    </Section>
  );
};
