/** Words for what can be done. The first of a list is the plainest; new ones are just added. */
/** Phrases, apart by commas. */
export const words = (phrases: string): readonly string[] => phrases.split(', ');

export const lists = {
  remove: words(
    'remove, erase, delete, get rid of, take out, take away, take off, wipe out, wipe away, wipe, ' +
      'wipe off, clean up, clean away, rub out, edit out, photoshop out, eliminate, clear away, clone out, ' +
      'heal out, lose, zap, put away, take down, throw out, throw away, make away with, make away, dispose of, ' +
      'scrap, expunge, discard, excise, clear out, strip out, airbrush out, airbrush away, vanish, retouch out, paint out, brush out, scrub, ' +
      'scrub out',
  ),
  /** With the thing in between: "take this out". */
  'remove-first': words('take, wipe, clean, rub, edit, erase, scrub, clear, photoshop, airbrush'),
  'cut-out': words(
    'cut out, isolate, extract, crop out the background of, keep only, keep just, only keep, just keep',
  ),
  blur: words('blur, blur out, defocus, unfocus, smudge'),
  pixelate: words(
    'pixelate, pixellate, pixelize, pixelise, censor, hide, anonymise, anonymize, mosaic, obscure, ' +
      'disguise, black out, blank out, conceal',
  ),
  select: words('select, segment, grab, pick, pick out, choose, find, locate, mark, outline, mask, detect'),
  track: words('track, follow'),
  sharpen: words('sharpen, sharpen up, deblur, unblur, crispen, crisp up, crispen up, crisp'),
  denoise: words('denoise, de-noise, degrain, smooth out the noise in, clean up the noise in'),
  smooth: words('smooth, smooth out, smoothen, smoothe'),
  crop: words('crop, trim'),
  rotate: words('rotate, turn, spin'),
  straighten: words(
    'straighten, level, tilt, untilt, straighten out, straighten up, level out, de-skew, deskew',
  ),
  upscale: words('upscale, upsample, upres, up-res, super-resolve, enhance the resolution of, uprez'),
  extend: words(
    'extend, expand, outpaint, uncrop, un-crop, continue, enlarge the canvas, extend the canvas, ' +
      'extend the picture, expand the canvas, make the canvas bigger',
  ),
  move: words('move, shift, slide, push, drag, reposition, pull, displace, bring, scoot, shove, tug'),
  nudge: words('nudge, budge, jiggle'),
  copy: words(
    'duplicate, copy, clone, double, dupe, repeat, replicate, copy and paste, make a copy of, ' +
      'make a duplicate of, make another copy of, create a copy of, add a copy of, add another copy of, ' +
      'put a copy of, place a copy of',
  ),
  grow: words('enlarge, grow, scale up, blow up, magnify, upsize, increase the size of'),
  reduce: words('shrink, scale down, downsize, reduce the size of, decrease the size of, reduce, downscale'),
  enhance: words(
    'enhance, improve, beautify, touch up, polish, optimise, optimize, auto-enhance, auto enhance, ' +
      'autoenhance, auto-correct, auto correct, auto fix, auto-fix, perfect',
  ),
  heal: words(
    'heal, inpaint, patch, patch up, content-aware fill, content aware fill, spot heal, retouch away',
  ),
  apply: words(
    'add, apply, give it, give this, put on, put, use, with, create, do, set, try, overlay, throw on',
  ),
  comic: words('cartoonify, cartoonise, cartoonize, toonify, comicify, cartoon'),
  flip: words('flip, mirror, reflect, flip over'),
  resize: words('resize, scale, rescale'),
  enlarge: words('enlarge, scale up, upsize, magnify, blow up'),
  shrink: words('downscale, shrink, scale down, downsize, reduce'),
  grayscale: words(
    'black and white, black-and-white, b&w, bw, b and w, b / w, grey-scale, grayscale, greyscale, ' +
      'gray scale, grey scale, monochrome, monochromatic, black n white, black-white, black white, ' +
      'monochromic, mono',
  ),
  increase: words(
    'increase, raise, boost, bump, bump up, turn up, bring up, pull up, push up, push, lift, up, add, ' +
      'add some, add more, give it, give it some, more, some more, enhance, crank up, strengthen, open up, ' +
      'give it more, amplify, pump up, punch up, amp up, jack up, ramp up, dial up, juice up, beef up, step up, ' +
      'turn up the, pump, punch, bring out, bring out more, intensify',
  ),
  decrease: words(
    'decrease, reduce, lower, turn down, bring down, pull down, tone down, drop, cut, less, lessen, ' +
      'weaken, soften, dial down, tame, recover, take down, dial back, flatten, quiet, ease, mute, ' +
      'pull back, knock back, knock down, wind back, ease off, ease back, rein in, scale back, roll off',
  ),
  recolour: words(
    'make, turn, paint, colour, color, dye, recolour, recolor, tint, change, switch, set, repaint, ' +
      'colourise, colorize',
  ),
  add: words('add, put, place, insert, include, put in, stick'),
  replace: words('replace, swap, swap out, exchange, substitute'),
  change: words('change, turn, transform, convert, make, morph'),
  generate: words(
    'generate, create, draw, imagine, render, design, produce, draw me, generate me, create me',
  ),
  'make-me': words(
    "make, make me, give me, show me, i want, i need, i'd like, paint, paint me, sketch, build, build me",
  ),
  compose: words(
    'compose, generate, make, make me, create, produce, write, give me, create me, generate me, ' +
      'compose me, i want, record',
  ),
  picture: words('image, picture, photo, photograph, pic'),
  video: words('video, clip, movie, film, animation, video clip, gif, short film'),
  sound: words('sound, sounds, noise, sound effect, audio, recording, audio clip'),
  showing: words('of, showing, with, depicting, about, where, in which, that shows'),
} satisfies Record<string, readonly string[]>;

/** Verbs that may begin a clause of ours: after "and" they end the thing or prompt before. */
export const clauseVerbs: ReadonlySet<string> = new Set(
  [
    ...lists.remove,
    ...lists['remove-first'],
    ...lists['cut-out'],
    ...lists.blur,
    ...lists.pixelate,
    ...lists.select,
    ...lists.track,
    ...lists.sharpen,
    ...lists.denoise,
    ...lists.crop,
    ...lists.rotate,
    ...lists.flip,
    ...lists.resize,
    ...lists.enlarge,
    ...lists.shrink,
    ...lists.recolour,
    ...lists.add,
    ...lists.replace,
    ...lists.change,
    ...lists.generate,
    ...lists.straighten,
    ...lists.upscale,
    ...lists.extend,
    ...lists.move,
    ...lists.nudge,
    ...lists.copy,
    ...lists.grow,
    ...lists.reduce,
    ...lists.enhance,
    ...lists.heal,
    ...lists.smooth,
    ...lists.comic,
    ...words(
      'apply, give, use, fill, fix, correct, bring, lift, open, pull, dehaze, invert, zoom, widen, whiten, ' +
        'cut, soften, deepen, intensify, strengthen, tame, weaken, tone, brighten, lighten, darken, dim, warm, saturate, desaturate, increase, decrease, raise, lower, ' +
        "boost, bump, crank, enhance, halve, kill, undo, redo, deselect, animate, please, keep, don't, do",
    ),
  ].map((phrase) => phrase.split(' ')[0]!),
);

/** Verbs of things that the studio doesn't do this way; after "and" they too end the thing before, so it's not swallowed. */
export const foreignVerbs: ReadonlySet<string> = new Set(
  'order fly go call send email mail buy tell write open close save print post share upload download paste restore leave let stop start export import help show see look run walk drive sing speak say ask wait repeat rename upload publish tweet text'.split(
    ' ',
  ),
);
