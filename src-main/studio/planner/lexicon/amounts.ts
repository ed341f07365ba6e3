/** "A bit", "a lot", "by 20 %", "twice". */

/** How much: a step of a scale, a share (0.2 for 20 %), photographic stops, an exact value, or a factor. */
export type Amount =
  | { kind: 'level'; level: Level }
  | { kind: 'share'; share: number }
  | { kind: 'stops'; stops: number }
  | { kind: 'exact'; value: number }
  | { kind: 'factor'; factor: number };

export type Level = 'hint' | 'bit' | 'plain' | 'lot' | 'most';

export const levels: Readonly<Record<Level, readonly string[]>> = {
  hint: ['a tiny bit', 'a hint', 'very slightly', 'ever so slightly', 'a tiny little bit', 'barely'],
  bit: [
    'a bit',
    'a little',
    'a little bit',
    'slightly',
    'a touch',
    'a tad',
    'somewhat',
    'subtly',
    'gently',
    'lightly',
    'just a bit',
    'just a little',
    'just a touch',
    'just a touch more',
    'a touch more',
    'a tad more',
    'just slightly',
    'just a tad',
    'just a bit more',
    'just a little more',
    'a smidge',
    'a notch',
    'little bit',
    'a wee bit',
    'a small amount',
    'softly',
    'a bit more',
    'a little more',
    'slightly more',
    'bit',
    'little',
    'a lil',
    'lil',
    'a lil bit',
    'a small bit',
    'not too strong',
    'not too strongly',
    'not too much',
    'not by much',
    'not by a lot',
    'not by too much',
    'by a bit',
    'by a little',
    'by a little bit',
    'by a touch',
    'by a tad',
    'just by a bit',
    'a small amount',
    'nothing major',
    'nothing drastic',
    'nothing too much',
    'not too heavy',
    'not too hard',
    'not much',
    'not a lot',
    'nothing too strong',
    'nothing too heavy',
    'nothing too crazy',
    'nothing crazy',
    'subtle',
    'mild',
    'gentle',
    'slight',
    'very little',
  ],
  plain: ['moderate', 'medium', 'some', 'some more', 'more', 'rather', 'quite', 'moderately'],
  lot: [
    'a lot',
    'much',
    'very',
    'strongly',
    'heavily',
    'way',
    'lots',
    'really',
    'far',
    'considerably',
    'a great deal',
    'a good bit',
    'a fair bit',
    'a good deal',
    'quite a bit',
    'a lot more',
    'much more',
    'way more',
    'very much',
    'significantly',
    'noticeably',
    'so much',
    'a whole lot',
    ...['quite', 'very', 'pretty', 'really', 'rather'].flatMap((how) =>
      ['strongly', 'heavily', 'strong', 'heavy', 'hard'].map((dose) => `${how} ${dose}`),
    ),
    'a ton',
    'lots of it',
    'a lot of it',
    'loads of it',
    'plenty of it',
    'a great deal more',
    'hard',
    'strong',
    'heavy',
  ],
  most: [
    'extremely',
    'completely',
    'fully',
    'totally',
    'entirely',
    'as much as possible',
    'as much as you can',
    'as strongly as you can',
    'as strongly as possible',
    'as strong as possible',
    'to the maximum',
    'to the extreme',
    'at full strength',
    'at maximum',
    'at max',
    'maximally',
    'as far as possible',
    'to the max',
    'incredibly',
    'super',
    'insanely',
    'drastically',
    'all the way',
  ],
};

const byPhrase = new Map<string, Level>(
  (Object.entries(levels) as [Level, readonly string[]][]).flatMap(([level, phrases]) =>
    phrases.map((p) => [p, level] as const),
  ),
);

export const numberWords: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  half: 0.5,
  'half a': 0.5,
  'a half': 0.5,
  'a quarter': 0.25,
  'one third': 1 / 3,
  'a third of a': 1 / 3,
  'one third of a': 1 / 3,
  'two thirds of a': 2 / 3,
  '2 thirds of a': 2 / 3,
  '3 quarters of a': 0.75,
  'three quarters of a': 0.75,
  'half of a': 0.5,
  'a quarter of a': 0.25,
  'one and a half': 1.5,
  'a third': 1 / 3,
};

const parts: Readonly<Record<string, number>> = {
  half: 0.5,
  'a half': 0.5,
  'a third': 1 / 3,
  'one third': 1 / 3,
  'a quarter': 0.25,
  'two thirds': 2 / 3,
  '2 thirds': 2 / 3,
  '3 quarters': 0.75,
  'three quarters': 0.75,
};

/** `undefined` for what is no number. */
export const toNumber = (text: string): number | undefined =>
  /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(text)
    ? Number(text)
    : Object.hasOwn(numberWords, text)
      ? numberWords[text]
      : undefined;

export function readAmount(text: string): Amount | undefined {
  const level = byPhrase.get(text);
  if (level) return { kind: 'level', level };
  if (text === 'twice') return { kind: 'factor', factor: 2 };
  const [, part] =
    /^by (half|a half|a third|one third|a quarter|2 thirds|two thirds|3 quarters|three quarters)$/.exec(
      text,
    ) ?? [];
  if (part) return { kind: 'share', share: parts[part]! };
  const [, sign, number, unit] =
    /^(?:(?:by|to|of|at) )?(?:([+-]) )?(.+?)(?: (%|percent|per cent|stops?|ev))?$/.exec(text) ?? [];
  const value = number === undefined ? undefined : toNumber(number);
  if (value === undefined) return undefined;
  const signed = sign === '-' ? -value : value;
  if (unit?.startsWith('s') || unit === 'ev') return { kind: 'stops', stops: signed };
  if (unit) return { kind: 'share', share: signed / 100 };
  // A bare word ("a", "two") says no amount.
  return (/\d/.test(number!) || number === 'one') && (sign || /^(?:by|to|at) /.test(text))
    ? { kind: 'exact', value: signed }
    : undefined;
}

/** The strength of an effect, 0..1; 0.5 when nothing is said. */
export function strengthOf(amount: Amount | undefined): number | undefined {
  if (!amount) return 0.5;
  switch (amount.kind) {
    case 'level':
      return { hint: 0.15, bit: 0.25, plain: 0.5, lot: 0.8, most: 1 }[amount.level];
    case 'share':
      return amount.share;
    case 'exact':
      return amount.value > 1 ? amount.value / 100 : amount.value;
    case 'factor':
    case 'stops':
      return undefined;
  }
}
