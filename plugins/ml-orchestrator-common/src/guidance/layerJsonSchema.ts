import { z } from 'zod';
import { guidanceSchema } from './schema';

/** A JSON Schema, as far as this file looks into one. */
export type JsonSchema = { [key: string]: unknown };

/**
 * The JSON Schema of one guidance layer, for editors. A layer holds only what differs from
 * what is below it, so nothing but the `id` of a list entry is required, an entry may
 * say `remove: true`, and any key may be `null`, which drops it. What makes the whole
 * complete is checked once the layers are merged.
 */
export function guidanceLayerJsonSchema(): JsonSchema {
  const whole = z.toJSONSchema(guidanceSchema, {
    io: 'input',
    target: 'draft-07',
  }) as JsonSchema;
  const { $schema, ...root } = whole;
  return {
    $schema,
    title: 'ML Orchestrator guidance layer',
    description:
      'What an organisation changes in the guidance of ML Orchestrator. Lists merge by id; "remove: true" drops an entry; a key set to null is dropped.',
    ...partial(root),
  };
}

/** The schema of something of which a layer may hold a part. */
function partial(schema: JsonSchema): JsonSchema {
  if (isSchema(schema.items)) {
    return partialList(schema, schema.items);
  }
  const { required, ...rest } = schema;
  return {
    ...rest,
    ...(isSchema(schema.properties)
      ? { properties: mapValues(schema.properties, droppable) }
      : {}),
    ...(isSchema(schema.additionalProperties)
      ? { additionalProperties: droppable(schema.additionalProperties) }
      : {}),
  };
}

/** Lists of entries with an id merge; other lists are replaced, and so must be whole. */
function partialList(schema: JsonSchema, items: JsonSchema): JsonSchema {
  if (!isSchema(items.properties) || !isSchema(items.properties.id)) {
    return schema;
  }
  const { minItems, ...list } = schema;
  const entry = partial(items);
  return {
    ...list,
    items: {
      ...entry,
      properties: {
        ...(entry.properties as JsonSchema),
        id: items.properties.id,
        remove: {
          const: true,
          description: 'Drops the entry with this id.',
        },
      },
      required: ['id'],
    },
  };
}

/** Null drops a key; a value that may be left out of a whole may be left out of a part. */
function droppable(schema: JsonSchema): JsonSchema {
  return { anyOf: [partial(schema), { type: 'null' }] };
}

function mapValues(
  map: JsonSchema,
  change: (schema: JsonSchema) => JsonSchema,
): JsonSchema {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => [
      key,
      isSchema(value) ? change(value) : value,
    ]),
  );
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
