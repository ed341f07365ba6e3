/** German words for what can be found by name, as the English ones that `names.ts` reads. Everything else stays. */

const ending = '(?:e|er|es|en|em)?';

const adjectives: readonly (readonly [stem: string, english: string])[] = [
  ['rot', 'red'],
  ['blau', 'blue'],
  ['hellblau', 'light blue'],
  ['dunkelblau', 'dark blue'],
  ['grün', 'green'],
  ['hellgrün', 'light green'],
  ['dunkelgrün', 'dark green'],
  ['gelb', 'yellow'],
  ['orange(?:farben|n)?', 'orange'],
  ['lila|violett', 'purple'],
  ['rosa|pink(?:farben)?', 'pink'],
  ['braun', 'brown'],
  ['schwarz', 'black'],
  ['wei(?:ß|ss)', 'white'],
  ['grau', 'grey'],
  ['türkis(?:farben)?', 'turquoise'],
  ['größt|grösst', 'biggest'],
  ['kleinst', 'smallest'],
  ['hellst', 'brightest'],
  ['dunkelst', 'darkest'],
  ['link', 'left'],
  ['recht', 'right'],
  ['ober', 'top'],
  ['unter', 'bottom'],
  ['ganz|gesamt', 'whole'],
  ['erst', 'first'],
  ['zweit', 'second'],
  ['dritt', 'third'],
  ['viert', 'fourth'],
  ['fünft', 'fifth'],
];

const nouns: Readonly<Record<string, string>> = {
  motiv: 'subject',
  hauptmotiv: 'subject',
  vordergrund: 'foreground',
  hintergrund: 'background',
  himmel: 'sky',
  lichter: 'highlights',
  schatten: 'shadows',
  tiefen: 'shadows',
  ding: 'thing',
  objekt: 'object',
  gegenstand: 'object',
  sache: 'thing',
  dinge: 'things',
  objekte: 'objects',
  bereich: 'area',
  stelle: 'spot',
  fläche: 'area',
  hälfte: 'half',
  drittel: 'third',
  viertel: 'quarter',
  seite: 'side',
  ecke: 'corner',
  mitte: 'middle',
  person: 'person',
  mann: 'man',
  frau: 'woman',
  junge: 'boy',
  mädchen: 'girl',
  kind: 'child',
  tier: 'animal',
};

const places: Readonly<Record<string, string>> = {
  links: 'left',
  rechts: 'right',
  oben: 'top',
  unten: 'bottom',
};

/** "Das Rote", "das zweite Ding von rechts" → "the red one", "the second thing from the right". */
export function fromGerman(words: string): string {
  const said = words.trim().toLowerCase().split(/\s+/);
  if (!said.some((word) => /^(?:der|die|das|den|dem|alles)$/.test(word) || Object.hasOwn(nouns, word)))
    return words;
  const english = said.map((word, n) => {
    if (/^(?:der|die|das|den|dem)$/.test(word)) return 'the';
    if (word === 'alles') return 'everything';
    if (word === 'in' || word === 'im') return 'in the';
    if (word === 'von') return 'from the';
    if (Object.hasOwn(nouns, word)) return nouns[word]!;
    if (Object.hasOwn(places, word))
      return said[n - 1] === 'von' || n === 0 ? places[word]! : `on the ${places[word]!}`;
    return adjectives.find(([stem]) => new RegExp(`^(?:${stem})${ending}$`).test(word))?.[1] ?? word;
  });
  const last = english.join(' ').replace(/\b(the) \1\b/g, 'the');
  // "das Rote links": an adjective that stands alone is a thing
  const alone = new RegExp(
    `^(the (?:(?:biggest|smallest|${ordinal}) )?(?:${[...names].join('|')}))(?= (?:on|from|in) |$)`,
  );
  return last.replace(alone, '$1 one');
}

const ordinal = 'first|second|third|fourth|fifth';
const names = new Set(adjectives.map(([, english]) => english).filter((word) => word !== 'whole'));
