import { makeStyles } from '@material-ui/core/styles';
import ButtonBase from '@material-ui/core/ButtonBase';
import type { PreviewedFile } from 'backstage-plugin-ml-orchestrator-common';
import type { FileNode } from '../../lib/fileTree';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: theme.spacing(0.5, 0, 0.5, 1.5),
  },
  folder: { cursor: 'pointer', padding: theme.spacing(0.25, 0) },
  file: {
    display: 'block',
    width: '100%',
    textAlign: 'left',
    padding: theme.spacing(0.25, 1),
    overflowWrap: 'anywhere',
    borderLeft: '3px solid transparent',
    '&[aria-current="true"]': {
      borderLeftColor: theme.palette.primary.main,
      backgroundColor: theme.palette.action.selected,
      fontWeight: theme.typography.fontWeightBold,
    },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

/** Folders that open and close, and files to choose. */
export const FileList = (props: {
  nodes: FileNode<PreviewedFile>[];
  /** Path of the file that is shown. */
  chosen: string;
  onChoose: (path: string) => void;
}) => {
  const classes = useStyles();
  const { nodes, chosen, onChoose } = props;
  return (
    <ul className={classes.list}>
      {nodes.map(({ name, path, children }) => (
        <li key={path}>
          {children ? (
            <details open>
              <summary className={classes.folder}>{name}</summary>
              <FileList nodes={children} chosen={chosen} onChoose={onChoose} />
            </details>
          ) : (
            <ButtonBase
              type="button"
              className={classes.file}
              aria-current={path === chosen}
              onClick={() => onChoose(path)}
            >
              {name}
            </ButtonBase>
          )}
        </li>
      ))}
    </ul>
  );
};
