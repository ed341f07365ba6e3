/** Makes what a person gives into what a session takes: types, single numbers, and inputs with a default. */
import { StudioError } from '../../contract/index.ts';
import type { Architecture } from '../graph/index.ts';
import { bytesOf, isFloat } from '../graph/types.ts';
import { convert, reader } from './convert.ts';
import { reasonOf } from './providers.ts';
import type { InputShape, Values } from './session.ts';

export interface Rules extends Pick<Architecture, 'defaults' | 'sizes'> {
  /** How many entries there are that an input's numbers may name. */
  limits?: Readonly<Record<string, number>>;
}

/** An architecture's rules for its inputs. @param config as it lies in config.json */
export const rulesOf = (architecture: Architecture, config: unknown): Rules => ({
  ...(architecture.defaults && { defaults: architecture.defaults }),
  ...(architecture.sizes && { sizes: architecture.sizes }),
  ...(architecture.entries && { limits: architecture.entries(architecture.config.parse(config)) }),
});

/**
 * One tensor for each input. Numbers are converted where nothing is lost but precision; a scalar becomes a vector of one.
 * @throws StudioError 'bad-input' for an input that is missing, unknown, or of another shape, or names what isn't there
 */
export function fill(
  inputs: readonly InputShape[],
  given: Readonly<Record<string, Values>>,
  { defaults = {}, sizes, limits = {} }: Rules = {},
): Record<string, Values> {
  const names = inputs.map(({ name }) => name);
  for (const name of Object.keys(given))
    if (!names.includes(name))
      throw new StudioError('bad-input', `There is no input ${name}.`, `The inputs: ${names.join(', ')}.`);
  const known: Record<string, number> = {};
  const filled: Record<string, Values> = {};
  for (const input of inputs) {
    const values = given[input.name];
    if (!values) continue;
    filled[input.name] = convert(fit(input, values, known), input.type);
    refuseStrangers(filled[input.name]!, limits[input.name]);
  }
  Object.assign(known, sizes?.(known));
  for (const { name, type, shape } of inputs) {
    if (filled[name]) continue;
    const empty = shape.some((d) => typeof d === 'string' && known[d] === 0);
    const value = name.startsWith('adapter_scale.') ? 1 : defaults[name];
    if (value === undefined && !empty)
      throw new StudioError(
        'bad-input',
        `The input ${name} is missing.`,
        `It has the shape [${shape.join(', ')}].`,
      );
    const whole = shape.map((d) => (typeof d === 'number' ? d : (known[d] ?? 1)));
    filled[name] = constant(type, whole, value ?? 0);
  }
  return filled;
}

/** Some devices count negative numbers from the end, and some read whatever lies past it. */
function refuseStrangers({ type, shape, data }: Values, entries = Infinity): void {
  const read = reader(type, data);
  const count = shape.reduce((a, b) => a * b, 1);
  for (let i = 0; i < count && entries < Infinity; i++)
    if (!(read(i) >= 0 && read(i) < entries)) throw noEntry(read(i), entries);
}

const noEntry = (entry: number | string, entries: number): StudioError =>
  new StudioError(
    'bad-input',
    `An input names the entry ${entry}; there are 0 to ${entries - 1}.`,
    'Check the inputs: token ids must be those of this model’s own vocabulary.',
  );

/** Checks the shape, and learns what its names stand for. */
function fit({ name, shape, type }: InputShape, values: Values, known: Record<string, number>): Values {
  const given = values.shape.length === 0 && shape.length === 1 ? [1] : values.shape;
  const fits =
    given.length === shape.length &&
    given.every((size, i) => {
      const d = shape[i]!;
      return typeof d === 'number' ? size === d : (known[d] ??= size) === size;
    });
  if (!fits || (isFloat(values.type) !== isFloat(type) && isFloat(values.type)))
    throw new StudioError(
      'bad-input',
      `The input ${name} is ${values.type} [${values.shape.join(', ')}].`,
      `It has to be ${type} [${shape.map((d) => (typeof d === 'string' && known[d] !== undefined ? `${d} = ${known[d]}` : d)).join(', ')}].`,
    );
  return { ...values, shape: given };
}

function constant(type: Values['type'], shape: readonly number[], value: number): Values {
  const count = shape.reduce((a, b) => a * b, 1);
  const ones = Float64Array.from({ length: count }, () => value);
  const values = { type: 'float64' as const, shape, data: new Uint8Array(ones.buffer) };
  return count ? convert(values, type) : { type, shape, data: new Uint8Array(count * bytesOf[type]) };
}

/** What ONNX Runtime says of inputs that a graph can't be run with, in words. */
export function refused(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  const entry = /idx=(-?\d+) must be within the inclusive range \[-?\d+,(\d+)\]/.exec(message);
  if (entry) throw noEntry(entry[1]!, Number(entry[2]) + 1);
  if (/broadcast/i.test(message))
    throw new StudioError(
      'bad-input',
      `The inputs are of a size that this model can't take: ${/[^.]*broadcast[^.]*\.[^.]*$/i.exec(message)?.[0].trim() ?? reasonOf(message)}`,
      'A text may be longer than its places, or one input longer than another.',
    );
  throw error;
}
