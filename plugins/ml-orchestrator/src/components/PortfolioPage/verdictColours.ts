import type { Theme } from '@material-ui/core/styles';
import type { Verdict } from 'backstage-plugin-ml-orchestrator-common';

/** Colours of the verdicts in charts; the words beside them say what they stand for. */
export function verdictColours({ palette }: Theme): Record<Verdict, string> {
  return {
    fits: palette.success.main,
    close: palette.warning.main,
    'no-longer-fits': palette.error.main,
    unknown: palette.info.main,
    unlinked: palette.grey[500],
  };
}
