/** Names of looks and styles, as nouns: "a pencil sketch", "sepia", "a vignette". */

const list = (words: string): string[] => words.split(',').map((word) => word.trim());

/** These need a noun after them: "make it faded" fades colours, "a faded look" is a film's. */
export const looksByNoun: Readonly<Record<string, string>> = {
  ...named('classic', 'film, old film, camera film'),
  ...named('vivid', 'vivid, vibrant, saturated'),
  ...named('faded', 'faded, washed out, washed-out, old school'),
  ...named('cool', 'cool, cold, blue, icy, moonlight'),
  ...named('golden', 'golden, warm, sunset, sunrise, sunny, honey'),
  ...named('sepia', 'old, aged, old fashioned, old-fashioned, brown'),
};

/** Film looks that say it by themselves. */
export const looks: Readonly<Record<string, string>> = {
  ...named(
    'classic',
    'film photo, analog, analogue, analog film, analogue film, classic film, film-like, filmlike, 35mm, 35mm film, 35 mm, 35 mm film, kodak, kodak film, fuji film, film photograph, photographic film, film',
  ),
  ...named('vivid', 'vivid film, velvia, slide film, vibrant film'),
  ...named(
    'faded',
    'vintage, retro, faded film, matte, matte film, nostalgic, polaroid, seventies, 70 s, 80 s, vintage film, old-school',
  ),
  ...named(
    'sepia',
    'sepia, sepia toned, sepia-toned, sepia brown, old photo, old photograph, old picture, old-time, old-timey, antique, antique photo, old fashioned photo, old-fashioned photo, victorian',
  ),
  ...named(
    'noir',
    'noir, film noir, noir film, film-noir, black and white film, black and white film noir, black and white noir',
  ),
  ...named(
    'faded',
    [
      'fifties',
      'sixties',
      'seventies',
      'eighties',
      'nineties',
      '60 s',
      '70 s',
      '80 s',
      '90 s',
      '1960 s',
      '1970 s',
      '1980 s',
      '1990 s',
    ]
      .flatMap((time) => [
        ...['', ' film', ' photo', ' movie', ' snapshot', ' picture'].map((thing) => `${time}${thing}`),
        ...['', 'film ', 'photo ', 'movie ', 'snapshot ', 'picture ', 'something '].map(
          (thing) => `${thing}from the ${time}`,
        ),
      ])
      .join(','),
  ),
  ...named('cool', 'cool film, cold film'),
  ...named('golden', 'golden hour, golden-hour, golden light, warm film, golden film'),
  ...named(
    'cross',
    'cross process, cross processed, cross-process, cross-processed, cross processing, cross-processing, lomo, lomography, lomographic',
  ),
  ...named(
    'teal-orange',
    'teal and orange, orange and teal, teal-orange, teal orange, teal n orange, cinematic, cinematographic, cinema, movie, movie-like, hollywood, blockbuster, film still, movie still',
  ),
};

export const styles: Readonly<Record<string, string>> = {
  ...named(
    'sketch',
    'sketch, pencil sketch, pencil drawing, drawing, charcoal, charcoal drawing, charcoal sketch, line drawing, line art, pencil, hand drawing, hand-drawn, hand drawn, graphite, graphite drawing, ink drawing, pencil art, hand-drawn sketch, with pencils, with a pencil, with pencil, in pencil, drawn, drawn by hand, pencils, sketched',
  ),
  ...named(
    'watercolour',
    'watercolour, watercolours, watercolour painting, aquarelle, water colour, water colours, watercolor, watercolors, watercolor painting, water color, water colour painting',
  ),
  ...named(
    'oil',
    'oil, oil paint, oil painting, painting, painted, painterly, oil on canvas, painted with oil, painted in oil, painted in oils, oil painted, oils, oil-painting, oil colours, paint',
  ),
  ...named(
    'comic',
    'comic, comics, cartoon, comic book, comic strip, comic-book, graphic novel, cartoony, cartoonish, cartoon drawing, cel shaded, toon, comic drawing',
  ),
  ...named('smooth', 'edge-preserving smoothing, skin smoothing, smoothing, smooth skin'),
  ...named('detail', 'detail enhancement, hdr, high dynamic range, hdr-like, detail boost'),
};

export const vignettes: Readonly<Record<string, 1 | -1>> = {
  ...Object.fromEntries(
    list(
      'vignette, vignetting, dark vignette, black vignette, dark corners, dark edges, darker corners, darker edges',
    ).map((name) => [name, 1 as const]),
  ),
  ...Object.fromEntries(
    list(
      'white vignette, bright vignette, bright corners, white corners, light corners, brighter corners',
    ).map((name) => [name, -1 as const]),
  ),
};

export const glows: ReadonlySet<string> = new Set(
  list(
    'dreamy soft glow, soft dreamy glow, gentle glow, warm glow, soft light, dreamy, dreamlike, dreamy glow, soft glow, glow, soft focus, orton, ethereal, misty glow, hazy glow, dream',
  ),
);
export const enhancements: ReadonlySet<string> = new Set(
  [
    ...list(
      'enhancement, enhance, levels, contrast, white balance, colour, colours, tone, correction, fix, improvement',
    ),
  ].flatMap((noun) => [`auto ${noun}`, `automatic ${noun}`, `auto-${noun}`]),
);
export const sCurves: ReadonlySet<string> = new Set(
  list('s-curve, s curve, contrast curve, s-shaped curve, curve of contrast'),
);
export const negatives: ReadonlySet<string> = new Set(
  list(
    'negative, negative image, photo negative, colour negative, film negative, inverted, x-ray, negative photo',
  ),
);

/** What an effect may be called after its name. */
export const effectNouns = list(
  'vibes, feels, print, edit, looks, filters, effects, style photo, colours, look, effect, style, filter, tone, toning, vibe, feel, feeling, version, grade, grading, colour grade, colour grading, aesthetic, mood, treatment, finish, glow, rendering, process, conversion, photograph, shot, movie, film style, film look, film filter, look and feel, photo, picture, image',
);

/** Adjectives of an effect's strength. */
export const strengths: Readonly<Record<string, 'hint' | 'bit' | 'plain' | 'lot' | 'most'>> = {
  ...Object.fromEntries(
    list('tiny, very subtle, very slight, very light, barely visible, hint of, touch of').map((w) => [
      w,
      'hint' as const,
    ]),
  ),
  ...Object.fromEntries(
    list(
      'subtle, slight, small, light, gentle, mild, faint, delicate, weak, little, soft, bit of, little bit of, little of',
    ).map((w) => [w, 'bit' as const]),
  ),
  ...Object.fromEntries(
    list(
      'grainy, cool-looking, sick, dope, awesome, lovely, pretty, proper, decent, good, great, fancy, cute, elegant, tasteful, gorgeous, little bit of a, nice little, quick,  cinematic, movie, vintage, retro, beautiful, moody, stylish, warm, nice, normal, old, real, typical, certain, bit of a, kind of a, medium, moderate, simple, classic, cool, some',
    ).map((w) => [w, 'plain' as const]),
  ),
  ...Object.fromEntries(
    list(
      'strong, heavy, intense, big, bold, dramatic, huge, deep, hard, pronounced, very strong, large, powerful, lot of',
    ).map((w) => [w, 'lot' as const]),
  ),
  ...Object.fromEntries(list('extreme, full, maximum, maximal, crazy').map((w) => [w, 'most' as const])),
};

function named(value: string, names: string): Record<string, string> {
  return Object.fromEntries(list(names).map((name) => [name, value]));
}

export const effectWords: readonly string[] = [
  ...Object.keys(looks),
  ...Object.keys(looksByNoun),
  ...Object.keys(styles),
  ...Object.keys(vignettes),
  ...enhancements,
].flatMap((phrase) => phrase.split(' '));
