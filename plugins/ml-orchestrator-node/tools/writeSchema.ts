import { guidanceLayerJsonSchema } from 'backstage-plugin-ml-orchestrator-common';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Writes the JSON Schema that editors check guidance layers with. */
const folder = resolve(__dirname, '../schema');
mkdirSync(folder, { recursive: true });
writeFileSync(
  resolve(folder, 'guidance-layer.schema.json'),
  `${JSON.stringify(guidanceLayerJsonSchema(), undefined, 2)}\n`,
);
