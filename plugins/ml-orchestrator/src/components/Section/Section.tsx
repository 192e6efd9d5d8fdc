import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(2, 3, 3),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(2) },
      '@media print': { padding: 0, boxShadow: 'none', breakInside: 'avoid' },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(1),
    },
    title: {
      // Focus is moved here for screen readers; it is no control to outline.
      '&:focus': { outline: 'none' },
    },
  }),
  { name: 'MlOrchestratorSection' },
);

/** Props of {@link Section}. */
export interface SectionProps {
  title: string;
  /** A few words beside the title. */
  aside?: ReactNode;
  /** Inside a form the page's own headings come first. */
  compact?: boolean;
  /** Moves focus to the title when the section appears. */
  focusTitle?: boolean;
  children: ReactNode;
}

/** A titled part of a page. */
export const Section = (props: SectionProps) => {
  const { title, aside, compact, focusTitle, children } = props;
  const classes = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const focusOnce = useRef(focusTitle);
  useEffect(() => {
    if (focusOnce.current) {
      heading.current?.focus();
    }
  }, []);
  return (
    <Paper
      component="section"
      variant={compact ? 'outlined' : 'elevation'}
      className={classes.root}
      aria-label={title}
    >
      <div className={classes.head}>
        <Typography
          ref={heading}
          tabIndex={-1}
          className={classes.title}
          variant={compact ? 'h6' : 'h5'}
          component={compact ? 'h3' : 'h2'}
        >
          {title}
        </Typography>
        {aside && (
          <Typography variant="body2" component="span">
            {aside}
          </Typography>
        )}
      </div>
      {children}
    </Paper>
  );
};
