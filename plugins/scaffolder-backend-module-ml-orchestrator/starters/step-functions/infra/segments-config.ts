import { like, readConfigFile } from './config';
import type { PipelineConfig } from './config';

/** A part of the customers that has a model of its own, as the workflow for segments gets it. */
export interface Segment {
  readonly name: string;
  /** Where its CSV files are. */
  readonly inputPrefix: string;
  readonly metricThreshold: number;
}

/** config/segments.json: what may be left out has a default. */
export interface SegmentEntry {
  readonly name: string;
  readonly dataPrefix?: string;
  readonly metricThreshold?: number;
}

/** All customers: its files are those directly below `data/`, and none of the folders there. */
const EVERYBODY = 'all';
const FIELDS = ['name', 'dataPrefix', 'metricThreshold'];

function isEntry(value: unknown): value is SegmentEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { name, dataPrefix = 'data/', metricThreshold = 0 } = value as Record<string, unknown>;
  return (
    like(/^[a-z0-9]{2,12}$/)(name) &&
    // The jobs may read what is below data/, see job-role.ts.
    like(/^data\/([\w.=-]+\/)*$/)(dataPrefix) &&
    typeof metricThreshold === 'number' &&
    metricThreshold >= 0 &&
    metricThreshold <= 1 &&
    Object.keys(value).every(key => FIELDS.includes(key))
  );
}

/** Whether this is what config/segments.json may list. */
export function areEntries(value: unknown): value is SegmentEntry[] {
  return (
    Array.isArray(value) &&
    value.every(isEntry) &&
    new Set((value as SegmentEntry[]).map(({ name }) => name)).size === value.length
  );
}

const RULE =
  'a list of {"name": 2 to 12 lower-case letters and digits, "dataPrefix": data/…/, "metricThreshold": a number from 0 to 1} with names that differ; the second and third may be left out';

export const withDefaults = ({ name, dataPrefix, metricThreshold }: SegmentEntry, config: PipelineConfig): Segment => ({
  name,
  inputPrefix: dataPrefix ?? (name === EVERYBODY ? 'data/' : `data/${name}/`),
  metricThreshold: metricThreshold ?? config.metricThreshold,
});

/** The segments of config/segments.json. */
export function readSegments(config: PipelineConfig): Segment[] {
  const { segments } = readConfigFile<{ segments: SegmentEntry[] }>('segments.json', { segments: [areEntries, RULE] });
  return segments.map(entry => withDefaults(entry, config));
}
