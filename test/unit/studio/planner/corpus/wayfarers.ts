/** A twenty-first set, in ten people's voices, before the planner was tried on it. */
import { afterwards, at, beach, but, large, pointing, rest, whole, withBeach, type Case } from './case.ts';

const white = '#ffffff';

export const wayfarers: Case[] = [
  // A photographer
  ['Exposure up two thirds of a stop', [['adjust', { exposure: 0.67 }]]],
  [
    'drop the highlights about 40 and open the shadows 25',
    [
      ['adjust', { highlights: -0.4 }],
      ['adjust', { shadows: 0.25 }],
    ],
  ],
  ['cool the white balance a hair', [['adjust', { temperature: -0.15 }]]],
  ['vibrance +20', [['adjust', { vibrance: 0.2 }]]],
  [
    'add an s-curve, gentle',
    [
      [
        'curves',
        {
          points: [
            [0, 0],
            [0.25, 0.22],
            [0.75, 0.78],
            [1, 1],
          ],
          channel: 'all',
        },
      ],
    ],
  ],
  ['clarity 35 on the rocks', [['clarity', { target: 'rocks', amount: 0.35 }]]],
  ['dehaze it', [['clarity', { amount: 0.5 }]]],
  ['vignette -30', [['vignette', { amount: 0.3 }]]],
  ['crop 4x5 around the bride', [['crop', { target: 'bride', aspect: 0.8 }]]],
  ['straighten by 1.5 degrees clockwise', [['straighten', { degrees: 1.5 }]]],
  ['fix the converging verticals', [['perspective', { upright: 'auto' }]]],
  ['noise reduction at 60', [['denoise', { amount: 0.6 }]]],
  ['selective colour: keep the poppies, everything else mono', [['black-and-white', {}, but('poppies')]]],
  ['shallow depth of field please', [['blur-background', { amount: 0.5 }]]],
  // A teenager
  ['yo get rid of my ex lol', [['remove', { target: 'ex' }]]],
  ['can u make the sky like way bluer', [['adjust', { target: 'sky', temperature: -0.6 }]]],
  ['omg its so dark brighten it up', [['adjust', { exposure: 0.5 }]]],
  ['blurr the bakground plsss', [['blur-background', { amount: 0.5 }]]],
  ['make my hoodie neon green', [['recolour', { target: 'hoodie', colour: '#39ff14' }]]],
  ['pixelate their faces haha', [['pixelate', { target: 'their faces', amount: 0.5 }]]],
  ['nah go back', 'undo'],
  ['idk its kinda blurry can u sharpen it', [['sharpen', { amount: 0.5 }]]],
  ['gimme that vintage look', [['film-look', { look: 'faded', amount: 1 }]]],
  ['crop it square for insta', [['crop', { aspect: 1 }]]],
  ['whats up', 'refused'],
  // Somebody whose first language is another
  ['Please to make the photo more bright', [['adjust', { exposure: 0.5 }]]],
  ['I want that the car becomes yellow', [['recolour', { target: 'car', colour: '#ffff00' }]]],
  ['delete the persons behind', [['remove', { target: 'persons behind' }]]],
  ['the colors must be more strong', [['adjust', { saturation: 0.3 }]]],
  ['put the background in white', [['replace-background', { colour: white }]]],
  ['make rotation of 90 degree to left', [['rotate', { degrees: -90 }]]],
  ['turn the image in black and white', [['black-and-white']]],
  ['make the woman more big', [['transform', { target: 'woman', scale: 1.3 }]]],
  ['this one, take it away', [['remove']], pointing],
  ['how I can do the background transparent?', 'refused'],
  // A terse pro
  ['rm cables', [['remove', { target: 'cables' }]]],
  ['bg -> #eeeeee', [['replace-background', { colour: '#eeeeee' }]]],
  ['b&w', [['black-and-white']]],
  ['flip h', [['flip', { axis: 'horizontal' }]]],
  ['2x upscale', [['upscale', { factor: 2 }]]],
  ['1920x1080', [['resize', { width: 1920, height: 1080 }]]],
  ['rot 180', [['rotate', { degrees: 180 }]]],
  [
    'sharpen 30, denoise 20',
    [
      ['sharpen', { amount: 0.3 }],
      ['denoise', { amount: 0.2 }],
    ],
  ],
  [
    'contrast +15 saturation -10',
    [
      ['adjust', { contrast: 0.15 }],
      ['adjust', { saturation: -0.1 }],
    ],
  ],
  ['cut out', [['cut-out']], pointing],
  ['duplicate, 30% right', [['duplicate', { dx: 0.3 }]], pointing],
  ['extend left 20%', [['extend', { left: 0.2 }]]],
  // A courteous elder
  [
    'Good morning, would you be so kind as to remove the telephone wires from the picture of our house?',
    [['remove', { target: 'telephone wires' }]],
  ],
  [
    'I should be most grateful if you could make my granddaughter’s face a little lighter.',
    [['adjust', { target: 'granddaughter’s face', exposure: 0.25 }]],
  ],
  ['If it is not too much trouble, might the horizon be levelled?', [['straighten']]],
  [
    'Dear me, that is far too strong. Could we have rather less of it?',
    [['film-look', { look: 'sepia', amount: 0.5 }]],
    afterwards(['film-look', { look: 'sepia', amount: 1 }]),
  ],
  ['Thank you very much indeed, that will be all.', 'refused'],
  [
    'I wonder whether you might turn the photograph into a sepia print, like in the old days',
    [['film-look', { look: 'sepia', amount: 1 }]],
  ],
  ['Kindly restore the last thing you took away', 'undo'],
  // Dictated
  [
    'remove the trash can then brighten the house and then crop it to sixteen by nine',
    [
      ['remove', { target: 'trash can' }],
      ['adjust', { target: 'house', exposure: 0.5 }],
      ['crop', { aspect: 16 / 9 }],
    ],
  ],
  [
    'okay so make the whole thing a little bit warmer and also a little bit more contrast',
    [['adjust', { temperature: 0.15, contrast: 0.15 }]],
  ],
  ['um can you uh rotate it to the right', [['rotate', { degrees: 90 }]]],
  [
    'blur the license plate on the white car about seventy percent',
    [['blur', { target: 'license plate on the white car', amount: 0.7 }]],
  ],
  ['move the lamp to the left by ten percent', [['transform', { target: 'lamp', dx: -0.1 }]]],
  ['make it two thousand pixels wide', [['resize', { width: 2000 }]]],
  [
    'make a copy of the seagull on the right side and make it smaller',
    [['duplicate', { target: 'seagull', dx: 0.15, scale: 0.75 }]],
  ],
  // Several steps and references
  [
    'remove the boat, then the buoy',
    [
      ['remove', { target: 'boat' }],
      ['remove', { target: 'buoy' }],
    ],
  ],
  [
    'cut out the chair, put it on pale pink, and give it a soft shadow',
    [['replace-background', { target: 'chair', colour: '#ffe6ea', shadow: 0.5 }]],
  ],
  [
    'make the roses pink, the leaves darker and the sky lighter',
    [
      ['recolour', { target: 'roses', colour: '#ffc0cb' }],
      ['adjust', { target: 'leaves', exposure: -0.5 }],
      ['adjust', { target: 'sky', exposure: 0.5 }],
    ],
  ],
  [
    'sharpen this a bit, blur everything else a lot',
    [
      ['sharpen', { amount: 0.25 }],
      ['blur-background', { amount: 0.8 }],
    ],
    pointing,
  ],
  ['select the kite', [['image-segmentation/segment', { target: 'kite' }]]],
  ['everything else in sepia', [['film-look', { look: 'sepia', amount: 1 }, rest]], pointing],
  [
    'again but on the sky',
    [['adjust', { target: 'sky', saturation: 0.3 }]],
    afterwards(['adjust', { target: 'sea', saturation: 0.3 }]),
  ],
  [
    'the same for the left one',
    [['recolour', { target: 'left one', colour: '#ff0000' }]],
    afterwards(['recolour', { target: 'right mug', colour: '#ff0000' }]),
  ],
  ['a bit less', [['clarity', { amount: 0.38 }]], afterwards(['clarity', { amount: 0.5 }])],
  ['more please', [['blur-background', { amount: 0.75 }]], afterwards(['blur-background', { amount: 0.5 }])],
  [
    'undo that and blur the background instead',
    [['blur-background', { amount: 0.5 }]],
    afterwards(['black-and-white']),
  ],
  ['redo', 'redo'],
  ['select everything', 'select-all'],
  ['invert the selection', 'invert-selection', pointing],
  // Negations
  ["warm it up but don't touch the snow", [['adjust', { temperature: 0.3 }, but('snow')]]],
  ['remove the bench without changing the grass', [['remove', { target: 'bench' }]]],
  ['brighten everything apart from the lamp', [['adjust', { exposure: 0.5 }, but('lamp')]]],
  ["don't crop it", 'refused'],
  ["I don't want it black and white any more", 'undo', afterwards(['black-and-white'])],
  // Places, sizes
  ['lighten the left third of the picture', [['adjust', { target: 'left third', exposure: 0.5 }]]],
  ['shift this 150 pixels down', [['transform', { dy: 0.05 }]], { ...pointing, ...large }],
  ['resize to half', [['resize', { factor: 0.5 }]]],
  ['double the size of the moon', [['transform', { target: 'moon', scale: 2 }]]],
  ['add 10% of space at the bottom', [['extend', { bottom: 0.1 }]]],
  ['make room on both sides', [['extend', { left: 0.25, right: 0.25 }]]],
  [
    'get rid of this, using the bricks on the left',
    [['remove', { source: at('bricks on the left') }]],
    pointing,
  ],
  ['turn the dog so it faces the other direction', [['transform', { target: 'dog', mirror: 'horizontal' }]]],
  // Backgrounds
  ['replace the background with the beach photo', [['replace-background', { photo: beach }]], withBeach],
  ['replace the background with that photo', [['replace-background', { photo: beach }]], withBeach],
  [
    'swap the background for a peach to cream gradient',
    [['replace-background', { colour: '#ffe5b4', to: '#fffdd0' }]],
  ],
  // Looks
  ['turn it into a pencil sketch', [['stylise', { style: 'sketch', amount: 0.5 }]]],
  ['auto-enhance', [['enhance', { amount: 0.5 }]]],
  ['teal and orange grade, 60%', [['film-look', { look: 'teal-orange', amount: 0.6 }]]],
  ['warm up the whole picture a touch', [['adjust', { temperature: 0.15 }, whole]], pointing],
  // A model's
  ['put a hot-air balloon in the sky', [['add', { prompt: 'a hot-air balloon in the sky' }]]],
  ['swap the bread for a cake', [['replace', { target: 'bread', prompt: 'a cake' }]]],
  ['repaint the picture as if Klimt had made it', [['restyle', { prompt: 'Klimt' }]]],
  [
    'make a picture of two foxes in the snow',
    [['image-generation/generate', { prompt: 'two foxes in the snow' }]],
  ],
  ['bring this photo to life', [['image-to-video/animate', { prompt: 'natural motion' }]]],
  ['make the sound of a train passing', [['audio-generation/generate', { prompt: 'a train passing' }]]],
  ['colourise this old black and white photo', 'refused'],
  ['open her eyes', 'refused'],
  ['make him look ten years younger', 'refused'],
  ['write happy birthday across the top', 'refused'],
  // Nothing to do with it
  ['book me a table for two', 'refused'],
  ['what time is it', 'refused'],
  ['lorem ipsum dolor', 'refused'],
];
