import { useState } from 'react';
import { CodeSnippet } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { StarterPreview } from 'backstage-plugin-ml-orchestrator-common';
import { fileTree } from '../../lib/fileTree';
import { useTranslate } from '../../translation';
import { FileList } from './FileList';
import { languageOf } from './languageOf';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(14rem, 1fr) minmax(0, 3fr)',
    gap: theme.spacing(2),
    [theme.breakpoints.down('sm')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
    },
  },
  scrolling: {
    maxHeight: '60vh',
    overflow: 'auto',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
}));

/** The tree of files, and the content of the one that is chosen. */
export const PreviewedFiles = ({ preview }: { preview: StarterPreview }) => {
  const t = useTranslate();
  const classes = useStyles();
  const { files, assumed } = preview;
  const [path, setPath] = useState('README.md');
  const shown = files.find(file => file.path === path) ?? files[0];
  const choices = Object.entries(shown.when)
    .map(([option, value]) => `${option} = ${value}`)
    .join(', ');
  return (
    <>
      <Typography role="status" paragraph>
        {t('preview.files', { count: files.length })}
        {'. '}
        {assumed.length > 0 &&
          t('preview.assumed', { fields: assumed.join(', ') })}
      </Typography>
      <div className={classes.columns}>
        <nav aria-label={t('preview.tree')} className={classes.scrolling}>
          <FileList
            nodes={fileTree(files)}
            chosen={shown.path}
            onChoose={setPath}
          />
        </nav>
        <div>
          <Typography variant="subtitle1" component="h4">
            {shown.path}
          </Typography>
          <Typography variant="body2" paragraph>
            {t('preview.why', { reason: shown.reason })}{' '}
            {choices && t('preview.because', { choices })}
          </Typography>
          {/* Long lines scroll, so the keyboard must be able to get here. */}
          <div
            className={classes.scrolling}
            role="region"
            aria-label={t('preview.content', { path: shown.path })}
            tabIndex={0} // eslint-disable-line jsx-a11y/no-noninteractive-tabindex
          >
            <CodeSnippet
              text={shown.content}
              language={languageOf(shown.path)}
              showLineNumbers
              showCopyCodeButton
            />
          </div>
        </div>
      </div>
    </>
  );
};
