import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';

/** A titled part of the result. */
export const Part = (props: {
  title: string;
  compact?: boolean;
  children: ReactNode;
}) => (
  <>
    <Typography variant="subtitle1" component={props.compact ? 'h4' : 'h3'}>
      {props.title}
    </Typography>
    {props.children}
  </>
);
