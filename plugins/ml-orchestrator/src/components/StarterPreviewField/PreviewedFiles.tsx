import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  StarterOptionsForm,
  StarterPreview,
} from 'backstage-plugin-ml-orchestrator-common';
import { fileTree } from '../../lib/fileTree';
import { choiceWords, fieldWords } from '../../lib/previewWords';
import { useTranslate } from '../../translation';
import { CopyButton } from '../CopyButton';
import { FileList } from './FileList';

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
  content: {
    margin: theme.spacing(0, 0, 1),
    padding: theme.spacing(1),
    fontSize: theme.typography.body2.fontSize,
  },
}));

/** Props of {@link PreviewedFiles}. */
export interface PreviewedFilesProps {
  preview: StarterPreview;
  /** Says what options and values are called. */
  form?: StarterOptionsForm;
}

/** The tree of files, and the content of the one that is chosen. */
export const PreviewedFiles = (props: PreviewedFilesProps) => {
  const { preview, form } = props;
  const t = useTranslate();
  const classes = useStyles();
  const { files, assumed } = preview;
  const [path, setPath] = useState('README.md');
  const shown = files.find(file => file.path === path) ?? files[0];
  const choices = Object.entries(shown.when)
    .map(([field, value]) => choiceWords(t, form, field, value))
    .join(', ');
  return (
    <>
      <Typography role="status" paragraph>
        {t('preview.files', { count: files.length })}
        {'. '}
        {assumed.length > 0 &&
          t('preview.assumed', {
            fields: assumed.map(field => fieldWords(t, form, field)).join(', '),
          })}
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
          <pre
            // Another file is read from its top.
            key={shown.path}
            className={`${classes.scrolling} ${classes.content}`}
            role="region"
            aria-label={t('preview.content', { path: shown.path })}
            // Keyboards scroll only what can be focused.
            tabIndex={0} // eslint-disable-line jsx-a11y/no-noninteractive-tabindex
          >
            {shown.content}
          </pre>
          <CopyButton
            label={t('preview.copy')}
            done={t('preview.copied')}
            text={() => shown.content}
          />
        </div>
      </div>
    </>
  );
};
