import { useState } from 'react';
import type { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DecisionTreeNode,
  Guidance,
} from 'backstage-plugin-ml-orchestrator-common';
import { nodeText } from '../../lib/treeGraph';
import type { TreePath } from '../../lib/walkTree';
import { useTranslate } from '../../translation';

const useStyles = makeStyles(
  { summary: { cursor: 'pointer' } },
  { name: 'MlOrchestratorTreeOption' },
);

/** What every part of the listed tree needs. */
export interface TreeListing {
  guidance: Guidance;
  nodes: ReadonlyMap<string, DecisionTreeNode>;
  path: TreePath;
  onSelect: (node: string) => void;
}

/** Goes to a place in the tree. */
export const GoThere = (
  props: Pick<TreeListing, 'onSelect'> & { id: string; text: string },
) => {
  const t = useTranslate();
  return (
    <Button
      size="small"
      aria-label={t('decide.tree.go', { text: props.text })}
      onClick={() => props.onSelect(props.id)}
    >
      {t('decide.tree.goShort')}
    </Button>
  );
};

/** Props of {@link TreeOption}. */
export interface TreeOptionProps {
  listing: TreeListing;
  label: string;
  /** Where the option leads. */
  node: DecisionTreeNode;
  /** On the path of the answers given. */
  lit: boolean;
  /** What follows, asked for when it is opened. */
  below: () => ReactNode;
}

/** One option of a question, and what it leads to. */
export const TreeOption = (props: TreeOptionProps) => {
  const { listing, label, node, lit, below } = props;
  const t = useTranslate();
  const classes = useStyles();
  const [open, setOpen] = useState(lit);
  const text = nodeText(t, listing.guidance, node);
  const line = t(lit ? 'decide.tree.optionOnPath' : 'decide.tree.option', {
    option: label,
    text,
  });
  const go = <GoThere id={node.id} text={text} onSelect={listing.onSelect} />;
  if (node.kind !== 'question') {
    return (
      <li>
        {line} {go}
      </li>
    );
  }
  return (
    <li>
      <details open={open} onToggle={e => setOpen(e.currentTarget.open)}>
        <summary className={classes.summary}>{line}</summary>
        {go}
        {/* Shared parts of the tree are listed once for each way to them, so only what is open is made. */}
        {open && below()}
      </details>
    </li>
  );
};
