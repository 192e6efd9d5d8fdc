import { createExtensionPoint } from '@backstage/backend-plugin-api';

/** A starter of one's own, for an orchestrator of the guidance. */
export interface AddedStarter {
  /** What the orchestrator's `starter` in the guidance names. */
  id: string;
  /**
   * Folder with the starter's files, laid out as the user gets them, and a
   * `files.yaml` that says why each is there. What all starters share is laid below.
   */
  directory: string;
}

/** Where modules of the scaffolder add starters. */
export interface StartersExtensionPoint {
  /** Two starters with one id, or files without a reason, keep the scaffolder from starting. */
  addStarter(starter: AddedStarter): void;
}

/** Adds starters for other orchestrators than those that come with the plugin; see `docs/starters.md`. */
export const startersExtensionPoint =
  createExtensionPoint<StartersExtensionPoint>({
    id: 'scaffolder.ml-orchestrator.starters',
  });
