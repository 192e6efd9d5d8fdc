import { useState } from 'react';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { Guidance } from 'backstage-plugin-ml-orchestrator-common';
import { useTranslate } from '../../translation';
import { Place } from '../Anchor';

const useStyles = makeStyles(
  // The secondary colour is too faint.
  theme => ({ label: { color: theme.palette.text.primary } }),
  { name: 'MlOrchestratorTermsPart' },
);

/** The words of the field, each with an example. */
export const TermsPart = ({ guidance }: { guidance: Guidance }) => {
  const t = useTranslate();
  const classes = useStyles();
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLocaleLowerCase();
  const terms = guidance.terms
    .filter(({ title, definition, example }) =>
      [title, definition, example]
        .join(' ')
        .toLocaleLowerCase()
        .includes(wanted),
    )
    .sort((a, b) => a.title.localeCompare(b.title));
  return (
    <>
      <TextField
        id="ml-orchestrator-terms-filter"
        type="search"
        variant="outlined"
        size="small"
        label={t('learn.terms.filter')}
        value={filter}
        onChange={event => setFilter(event.target.value)}
        InputLabelProps={{ shrink: true, className: classes.label }}
      />
      <Typography role="status" variant="body2">
        {terms.length === 0 && t('learn.terms.nothing')}
      </Typography>
      {terms.map(({ id, title, definition, example }) => (
        <Place key={id} place="term" id={id} title={title}>
          <Typography variant="body2">{definition}</Typography>
          <Typography variant="body2">
            {t('learn.terms.example', { example })}
          </Typography>
        </Place>
      ))}
    </>
  );
};
