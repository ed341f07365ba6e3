import { expect, test } from 'vitest';
import * as z from 'zod';
import {
  canvas,
  hash,
  layer,
  media,
  message,
  namedRegion,
  version,
} from '../../../../src-main/contract/index.ts';
import { collectHashes, hashProperties } from '../../../../src-main/studio/project/references.ts';

/** The names of all properties, at any depth of a schema, that hold a content hash. */
function hashesOf(
  schema: z.ZodType,
  name: string,
  found: Set<string>,
  seen = new Set<z.ZodType>(),
): Set<string> {
  if (schema === hash) return found.add(name);
  if (seen.has(schema)) return found;
  seen.add(schema);
  const visit = (inner: unknown, key = name) => {
    // The same schema may be reached under several names, so leaves aren't remembered.
    if (inner instanceof z.ZodType) hashesOf(inner, key, found, inner === hash ? new Set() : seen);
  };
  const { def } = schema as unknown as { def: Record<string, unknown> };
  if (schema instanceof z.ZodObject)
    for (const [key, inner] of Object.entries(schema.shape)) visit(inner, key);
  for (const key of ['innerType', 'element', 'valueType']) visit(def[key]);
  for (const key of ['options', 'items'])
    if (Array.isArray(def[key])) for (const inner of def[key]) visit(inner);
  return found;
}

test('every property of a document that holds a hash is known', () => {
  const found = new Set<string>();
  // Wrapped schemas (optional, nullable) are made anew at each use; plain objects are shared and visited once.
  for (const schema of [canvas, layer, media, message, namedRegion, version]) hashesOf(schema, '', found);
  expect([...found].sort()).toEqual([...hashProperties].sort());
});

test('hashes are found at any depth, under the properties that hold them, and nowhere else', () => {
  const h = (digit: string) => digit.repeat(64);
  const row = {
    media: h('a'),
    text: h('b'),
    selection: {
      mask: h('c'),
      region: {
        parts: [
          { kind: 'mask', hash: h('d') },
          { kind: 'words', text: h('e') },
        ],
      },
    },
    preview: null,
    source: 'not a hash',
  };
  expect([...collectHashes(row, new Set())].sort()).toEqual([h('a'), h('c'), h('d')]);
});
