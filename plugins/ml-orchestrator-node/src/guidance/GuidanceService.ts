import type {
  Guidance,
  GuidanceLayer,
  GuidanceRefresh,
  GuidanceWarning,
} from 'backstage-plugin-ml-orchestrator-common';

/** The guidance being served, and how it came about. */
export interface LoadedGuidance {
  guidance: Guidance;
  /**
   * What lint finds in the guidance; and, with severity `error`, why the
   * configured guidance is not the one being served.
   */
  warnings: GuidanceWarning[];
  layers: GuidanceLayer[];
  /**
   * The default took the place of configured guidance that is refused, and none of
   * which was good since the start: no ground to change or remove what is kept elsewhere.
   */
  standsIn?: true;
  /** How the last reading of the layers went; absent from services that read none. */
  refresh?: GuidanceRefresh;
}

/** Gives backend code the organisation's guidance. */
export interface GuidanceService {
  /**
   * The guidance as of the last refresh; `guidance` is the same object until it changes.
   * Waits for the first load, and then answers at once.
   */
  get(): Promise<LoadedGuidance>;
  /** Reads the layers again, and gives what is served then; absent from services that read none. */
  refresh?(): Promise<LoadedGuidance>;
  /** Calls the listener whenever a refresh has changed the guidance; absent from services whose guidance never changes. */
  onChange?(listener: () => void): void;
}
