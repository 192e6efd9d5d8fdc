import { makeStyles } from '@material-ui/core/styles';
import type {
  Answers,
  DecisionTree,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { walkTree } from '../../lib/walkTree';
import { useTranslate } from '../../translation';
import { TreeBranch } from './TreeBranch';

const useStyles = makeStyles(
  theme => ({ root: { ...theme.typography.body2 } }),
  { name: 'MlOrchestratorTreeList' },
);

/** Props of {@link TreeList}. */
export interface TreeListProps {
  guidance: Guidance;
  tree: DecisionTree;
  answers: Answers;
  onSelect: (node: string) => void;
}

/** The tree as a nested list, open along the path of the answers. */
export const TreeList = (props: TreeListProps) => {
  const { guidance, tree, answers, onSelect } = props;
  const t = useTranslate();
  const classes = useStyles();
  const path = walkTree(tree, answers);
  return (
    <div
      role="group"
      aria-label={t('decide.tree.listed')}
      className={classes.root}
    >
      <TreeBranch
        // A new path opens other parts.
        key={path.nodes.join()}
        guidance={guidance}
        nodes={new Map(tree.nodes.map(node => [node.id, node]))}
        path={path}
        id={tree.root}
        onSelect={onSelect}
      />
    </div>
  );
};
