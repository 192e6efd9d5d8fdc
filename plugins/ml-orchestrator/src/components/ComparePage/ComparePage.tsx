import { EmptyState, LinkButton } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useGuideLinks } from '../../links';
import { GuideContent } from '../GuideContent';
import { ComparisonTable } from './ComparisonTable';

const useStyles = makeStyles(
  theme => ({
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(2),
    },
    idea: { maxWidth: theme.spacing(90) },
  }),
  { name: 'MlOrchestratorComparePage' },
);

/** The Compare tab. */
export const ComparePage = () => {
  const classes = useStyles();
  const decideLink = useGuideLinks().tab('decide');
  return (
    <GuideContent>
      {guidance => (
        <>
          <div className={classes.head}>
            <div className={classes.idea}>
              <Typography variant="h5" component="h2">
                {guidance.title}
              </Typography>
              <Typography variant="body1">{guidance.idea}</Typography>
            </div>
            {decideLink && (
              <LinkButton variant="contained" color="primary" to={decideLink}>
                Decide for me
              </LinkButton>
            )}
          </div>
          {guidance.criteria.length === 0 ? (
            <EmptyState
              missing="content"
              title="The guide compares nothing yet"
              description="Your platform team can add criteria to the guidance."
            />
          ) : (
            <ComparisonTable guidance={guidance} />
          )}
        </>
      )}
    </GuideContent>
  );
};
