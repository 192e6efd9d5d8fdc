import { makeStyles } from '@material-ui/core/styles';
import { nodeText } from '../../lib/treeGraph';
import { optionLabel } from '../../lib/words';
import { useTranslate } from '../../translation';
import { GoThere, TreeOption } from './TreeOption';
import type { TreeListing } from './TreeOption';

const useStyles = makeStyles(
  theme => ({ list: { margin: 0, paddingLeft: theme.spacing(2.5) } }),
  { name: 'MlOrchestratorTreeBranch' },
);

/** The options of one question, with what each leads to. */
export const TreeBranch = (props: TreeListing & { id: string }) => {
  const { id, ...listing } = props;
  const t = useTranslate();
  const classes = useStyles();
  const { guidance, nodes, path } = listing;
  const node = nodes.get(id);
  if (!node) {
    return null;
  }
  const text = nodeText(t, guidance, node);
  if (node.kind !== 'question') {
    return <>{text}</>;
  }
  const position = path.nodes.indexOf(id);
  return (
    <>
      {position === 0 && (
        <>
          {text} <GoThere id={id} text={text} onSelect={listing.onSelect} />
        </>
      )}
      <ul className={classes.list}>
        {node.branches.map(({ option, node: target }) => {
          const child = nodes.get(target);
          return (
            child && (
              <TreeOption
                key={option}
                listing={listing}
                label={optionLabel(guidance, node.question, option)}
                node={child}
                lit={position >= 0 && path.options[position] === option}
                below={() => <TreeBranch {...listing} id={target} />}
              />
            )
          );
        })}
      </ul>
    </>
  );
};
