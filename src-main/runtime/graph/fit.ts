/** Whether a checkpoint is an architecture's: what is missing, mis-shaped or left over, whose it looks like, and what would fit. */
import { StudioError } from '../../contract/index.ts';
import type { Architecture } from './architecture.ts';
import type { Mismatch, Weights } from './graph.ts';

/** A checkpoint that the authors published, on the Hugging Face hub. */
export interface Published {
  repository: string;
  file: string;
  /** What tells its configuration from the others of this architecture. */
  config: Readonly<Record<string, unknown>>;
}

/** Names with and without each of the prefixes mean the same. */
export function lenient(weights: Weights, prefixes: readonly string[]): Weights {
  return {
    ...weights,
    get(name) {
      const exact = weights.get(name);
      if (exact) return exact;
      for (const prefix of prefixes) {
        const other = name.startsWith(prefix) ? name.slice(prefix.length) : prefix + name;
        const found = weights.get(other);
        if (found) return found;
      }
      return undefined;
    },
  };
}

/** Buffers that older libraries saved although they follow from the configuration. */
const buffers = /(^|\.)(position_ids|rotary_emb\.inv_freq|num_batches_tracked)$/;

/** `a.layers.3.b` → `a.layers.*`: the innermost of the repeated parts that it belongs to; `null` outside of any. */
function repeatedPart(name: string): string | null {
  const parts = name.split('.');
  const last = parts.findLastIndex((part) => /^\d+$/.test(part));
  if (last < 0) return null;
  return parts
    .slice(0, last + 1)
    .map((part) => (/^\d+$/.test(part) ? '*' : part))
    .join('.');
}

/**
 * Tensors that nothing uses though they lie in the layers of this architecture: a layer too many, or a part of a layer.
 * What lies elsewhere (the other tower of CLIP, a head) is nobody's mistake.
 */
export function extras(used: Iterable<string>, names: Iterable<string>): Mismatch[] {
  const known = new Set(used);
  const ours = new Set([...known].map(repeatedPart));
  ours.delete(null);
  return [...names]
    .filter((name) => !known.has(name) && !buffers.test(name) && ours.has(repeatedPart(name)))
    .map((name) => ({ name, problem: 'extra', detail: 'has no place in it' }));
}

/** The architectures whose signs are all among the weights. */
export const recognise = (weights: Weights, known: readonly Architecture[]): Architecture[] =>
  known.filter(({ signs, prefixes = [] }) => {
    const seen = lenient(weights, prefixes);
    return signs.every((sign) => seen.get(sign) !== undefined);
  });

/** The published checkpoints of this configuration; when it is none of theirs, all of the architecture's. */
export function publishedFor(
  { published }: Architecture,
  config: unknown,
): { exact: boolean; fit: Published[] } {
  const has = (config ?? {}) as Record<string, unknown>;
  const fit = published.filter((each) =>
    Object.entries(each.config).every(([key, value]) => JSON.stringify(has[key]) === JSON.stringify(value)),
  );
  return fit.length ? { exact: true, fit } : { exact: false, fit: [...published] };
}

/** @param config as the architecture's schema parsed it */
export function advice(
  architecture: Architecture,
  config: unknown,
  weights: Weights,
  known: readonly Architecture[] = [],
): { looksLike: string | null; hint: string } {
  const others = recognise(weights, known).filter(({ name }) => name !== architecture.name);
  const same = recognise(weights, [architecture]).length > 0;
  const { exact, fit } = publishedFor(architecture, config);
  const files = fit.map(({ repository, file }) => `${repository} (${file})`).join(', ');
  return {
    looksLike: !same && others.length ? others.map(({ name }) => name).join(', ') : null,
    hint: exact
      ? `Weights that fit this config.json: ${files}.`
      : `This config.json is none of those that are known. Published for ${architecture.name}: ${files}; each has its own config.json.`,
  };
}

/** One failure for everything that doesn't fit; the first ten by name. */
export function mismatched(
  architecture: Architecture,
  config: unknown,
  mismatches: readonly Mismatch[],
  weights: Weights,
  known?: readonly Architecture[],
): StudioError {
  const lines = mismatches.slice(0, 10).map((m) => `${m.name} ${m.detail}`);
  const more = mismatches.length > 10 ? `, and ${mismatches.length - 10} more` : '';
  const { looksLike, hint } = advice(architecture, config, weights, known);
  const like = looksLike ? ` They look like those of ${looksLike}.` : '';
  return new StudioError(
    'bad-input',
    `These weights don't fit ${architecture.name}: ${lines.join('; ')}${more}.${like}`,
    hint,
  );
}
