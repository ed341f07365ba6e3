/** Photos by their colours. */
import { hexToLab, labDistance } from '../../src-main/contract/oklab.ts';
import type { Media } from '../../src-main/contract/media.ts';
import type { Strings } from '../strings/index.ts';

export type ColourName = keyof Strings['sheet']['colourNames'];

/** A typical one of each, for the swatches; each bears its own name. */
export const swatches: Record<ColourName, string> = {
  red: '#d62828',
  orange: '#f2801f',
  yellow: '#f5cf2b',
  green: '#3f9b3f',
  teal: '#1fa5a0',
  blue: '#2f66d0',
  purple: '#7d3fc2',
  pink: '#ec79b4',
  brown: '#7a4a24',
  black: '#111111',
  grey: '#8a8a8a',
  white: '#fafafa',
};
export const colourNames = Object.keys(swatches) as ColourName[];

/** What people call `#rrggbb`: by lightness, chroma and hue in Oklab. */
export function nameOfColour(hex: string): ColourName {
  const [L, a, b] = hexToLab(hex);
  return nameAt(L, Math.hypot(a, b), hueOf(a, b));
}

const hueOf = (a: number, b: number): number => ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;

function nameAt(L: number, chroma: number, hue: number): ColourName {
  if (L < 0.22) return 'black';
  if (chroma < 0.035) return L > 0.92 ? 'white' : 'grey';
  if (hue < 15 || hue >= 345) return L > 0.66 ? 'pink' : 'red';
  if (hue < 45) return L > 0.75 && chroma < 0.14 ? 'pink' : L < 0.45 && chroma < 0.1 ? 'brown' : 'red';
  if (hue < 80) return L < 0.58 || chroma < 0.075 ? 'brown' : 'orange';
  if (hue < 116) return L < 0.55 ? 'brown' : 'yellow';
  if (hue < 172) return 'green';
  if (hue < 225) return 'teal';
  if (hue < 285) return 'blue';
  if (hue < 328) return 'purple';
  return L > 0.6 ? 'pink' : 'purple';
}

/** Everything that somebody could call it: near a border, a colour has both names. */
export function namesOfColour(hex: string): Set<ColourName> {
  const [L, a, b] = hexToLab(hex);
  const chroma = Math.hypot(a, b);
  const turns = [-8, 0, 8].map((turn) => nameAt(L, chroma, (hueOf(a, b) + turn + 360) % 360));
  return new Set([...turns, nameAt(L + 0.05, chroma, hueOf(a, b)), nameAt(L - 0.05, chroma, hueOf(a, b))]);
}

type Colours = Media['colours'];

/** The share of a photo that somebody could call so, 0..1. */
export const shareNamed = (colours: Colours, name: ColourName): number =>
  (colours ?? []).reduce((sum, { colour, share }) => sum + (namesOfColour(colour).has(name) ? share : 0), 0);

/** Further apart than this in Oklab, two colours are two. */
const near = 0.13;

/** The share of a photo that looks much like this colour, 0..1. */
export const shareLike = (colours: Colours, hex: string): number =>
  (colours ?? []).reduce(
    (sum, { colour, share }) => sum + (labDistance(hexToLab(colour), hexToLab(hex)) < near ? share : 0),
    0,
  );

/** Below this share a photo isn't said to be of a colour. */
export const enough = 0.08;

/** A place in the rainbow for sorting, 0..360; what has no hue comes last, the light first. */
export function rainbow(colours: Colours): number {
  const strong = (colours ?? []).find(
    ({ colour }) => !['grey', 'black', 'white'].includes(nameOfColour(colour)),
  );
  if (strong) {
    const [, a, b] = hexToLab(strong.colour);
    return hueOf(a, b);
  }
  const first = colours?.[0];
  return first ? 401 - hexToLab(first.colour)[0] : 500;
}
