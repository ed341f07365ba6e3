/** Several steps, references to what was said or done before, and what is not for this studio. */
import { afterwards, at, but, pointing, rest, type Case } from './case.ts';

export const mixed: Case[] = [
  [
    'cut out the dog, blur the background and make it warmer',
    [
      ['cut-out', { target: 'dog' }],
      ['blur-background', { amount: 0.5 }],
      ['adjust', { temperature: 0.3 }],
    ],
  ],
  [
    'first straighten the horizon, then crop to 16:9 and add a vignette',
    [['straighten'], ['crop', { aspect: 16 / 9 }], ['vignette', { amount: 0.5 }]],
  ],
  [
    'enhance, straighten and sharpen',
    [['enhance', { amount: 0.5 }], ['straighten'], ['sharpen', { amount: 0.5 }]],
  ],
  [
    'make it brighter and warmer, add a vignette and a film look',
    [
      ['adjust', { exposure: 0.5, temperature: 0.3 }],
      ['vignette', { amount: 0.5 }],
      ['film-look', { look: 'classic', amount: 1 }],
    ],
  ],
  [
    'upscale it 2x and denoise',
    [
      ['upscale', { factor: 2 }],
      ['denoise', { amount: 0.5 }],
    ],
  ],
  [
    'white bg, square crop',
    [
      ['replace-background', { colour: '#ffffff' }],
      ['crop', { aspect: 1 }],
    ],
  ],
  [
    'crop to a square & sharpen',
    [
      ['crop', { aspect: 1 }],
      ['sharpen', { amount: 0.5 }],
    ],
  ],
  ['b/w', [['black-and-white']]],

  // The same for …
  [
    'darken the sky and do the same for the water',
    [
      ['adjust', { target: 'sky', exposure: -0.5 }],
      ['adjust', { target: 'water', exposure: -0.5 }],
    ],
  ],
  [
    'make the car red, same for the truck',
    [
      ['recolour', { target: 'car', colour: '#ff0000' }],
      ['recolour', { target: 'truck', colour: '#ff0000' }],
    ],
  ],
  [
    'blur the face and the same with the number plate',
    [
      ['blur', { target: 'face', amount: 0.5 }],
      ['blur', { target: 'number plate', amount: 0.5 }],
    ],
  ],
  [
    'remove the cup. Do the same with the spoon.',
    [
      ['remove', { target: 'cup' }],
      ['remove', { target: 'spoon' }],
    ],
  ],
  [
    'the same for the sky',
    [['adjust', { target: 'sky', temperature: 0.3 }]],
    afterwards(['adjust', { target: 'sea', temperature: 0.3 }]),
  ],
  [
    'do that to the background too',
    [['adjust', { exposure: -0.5 }, rest]],
    { ...pointing, ...afterwards(['adjust', { exposure: -0.5 }, at('dog')]) },
  ],
  [
    'same here',
    [['recolour', { colour: '#ff0000' }]],
    { ...pointing, ...afterwards(['recolour', { target: 'car', colour: '#ff0000' }]) },
  ],
  ['the same for the sky', 'refused'],
  ['the same for everything', 'refused', afterwards(['remove', { target: 'dog' }])],
  ['the same for the dog', 'refused', afterwards(['rotate', { degrees: 90 }])],

  // More, less
  ['less', [['vignette', { amount: 0.25 }]], afterwards(['vignette', { amount: 0.5 }])],
  ['a bit less', [['clarity', { amount: 0.38 }]], afterwards(['clarity', { amount: 0.5 }])],
  ['more', [['sharpen', { amount: 0.75 }]], afterwards(['sharpen', { amount: 0.5 }])],
  ['a bit more please', [['vignette', { amount: 0.63 }]], afterwards(['vignette', { amount: 0.5 }])],
  ['even warmer', [['adjust', { temperature: 0.3 }]], afterwards(['adjust', { temperature: 0.3 }])],
  [
    'a bit less',
    [['blur', { target: 'face', amount: 0.38 }]],
    afterwards(['blur', { target: 'face', amount: 0.5 }]),
  ],
  ['that was too much', [['adjust', { exposure: 0.25 }]], afterwards(['adjust', { exposure: 0.5 }])],
  ['not so strong', [['adjust', { exposure: 0.25 }]], afterwards(['adjust', { exposure: 0.5 }])],

  // Undoing
  ['undo that', 'undo'],
  ['oops', 'undo'],
  ['no, go back', 'undo'],
  ['put it back how it was', 'undo'],
  ["I don't like it, undo", 'undo'],

  // The rest
  [
    'make the dog warmer and everything else black and white',
    [
      ['adjust', { target: 'dog', temperature: 0.3 }],
      ['black-and-white', {}, but('dog')],
    ],
  ],
  [
    'sharpen the eyes and blur everything else',
    [
      ['sharpen', { target: 'eyes', amount: 0.5 }],
      ['blur-background', { target: 'eyes', amount: 0.5 }],
    ],
  ],
  [
    'select the bird and darken the rest a lot',
    [
      ['image-segmentation/segment', { target: 'bird' }],
      ['adjust', { exposure: -1 }, but('bird')],
    ],
  ],

  // Not for this studio, or not said clearly enough
  ['add text that says hello', 'refused'],
  ['add a caption', 'refused'],
  ['write my name in the corner', 'refused'],
  ['make a collage', 'refused'],
  ['print it', 'refused'],
  ['open another photo', 'refused'],
  ['add motion blur', 'refused'],
  ['tilt-shift effect', 'refused'],
  ['make me look thinner', 'refused'],
  ['swap their faces', 'refused'],
  ['delete the original', 'refused'],
  ['clear everything', 'refused'],
  ['what can you do?', 'refused'],
  ['crop out my ex', 'refused'],
  ['merge the two photos', 'refused'],
  ['turn off the lights', 'refused'],
  ['take a picture of me', 'refused'],
  ['the sky', 'refused'],
  ['blue', 'refused'],
];
