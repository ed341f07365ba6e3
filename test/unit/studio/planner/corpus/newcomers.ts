/** An eleventh set, before the planner was tried on it. */
import { afterwards, at, but, pointing, rest, type Case } from './case.ts';

const white = '#ffffff';

export const newcomers: Case[] = [
  // Somebody's grandmother
  ['Dear Vitrail, please make the photo a little lighter. Thank you!', [['adjust', { exposure: 0.25 }]]],
  [
    'I would be very grateful if you could remove the scratch across the photograph',
    [['remove', { target: 'scratch across the photograph' }]],
  ],
  [
    'my grandson is too dark, can he be a bit brighter?',
    [['adjust', { target: 'grandson', exposure: 0.25 }]],
  ],
  ['how nice. Now please turn the picture the right way up', 'refused'],
  ['I should like this to be in black and white please', [['black-and-white']], pointing],
  ['the flowers look pale. give them more colour', [['adjust', { target: 'flowers', vibrance: 0.3 }]]],
  // A teenager
  ['lowkey want the bg blurred', [['blur-background', { amount: 0.5 }]]],
  ['make it pop fr', [['adjust', { vibrance: 0.3 }]]],
  ['get rid of my ex lol', [['remove', { target: 'ex' }]]],
  ['make it vintage af', [['film-look', { look: 'faded', amount: 1 }]]],
  ['ngl its too bright', [['adjust', { exposure: -0.5 }]]],
  ['cartoonify me', 'refused'],
  ['can u make my hair pink', [['recolour', { target: 'hair', colour: '#ffc0cb' }]]],
  ['blur my zits', [['blur', { target: 'zits', amount: 0.5 }]]],
  ['make the moon huge', [['transform', { target: 'moon', scale: 1.6 }]]],
  // A photographer
  ['lift the blacks slightly', [['adjust', { shadows: 0.15 }]]],
  ['pull the highlights back by 40', [['adjust', { highlights: -0.4 }]]],
  ['reduce noise, moderate', [['denoise', { amount: 0.5 }]]],
  [
    'clarity 20, vibrance 15',
    [
      ['clarity', { amount: 0.2 }],
      ['adjust', { vibrance: 0.15 }],
    ],
  ],
  ['burn the edges', [['vignette', { amount: 0.5 }]]],
  ['dodge the eyes a little', [['adjust', { target: 'eyes', exposure: 0.25 }]]],
  ['cool the shadows', 'refused'],
  ['crop for a 5x7 print', 'refused'],
  ['crop 5x7', [['crop', { aspect: 5 / 7 }]]],
  ['correct the keystone, the facade leans back', [['perspective', { upright: 'auto' }]]],
  ['minus two thirds of a stop', [['adjust', { exposure: -0.67 }]]],
  ['shallow depth of field at f/2', [['blur-background', { amount: 0.8 }]]],
  [
    'add a gentle s-curve',
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
  ['teal and orange grade at 60%', [['film-look', { look: 'teal-orange', amount: 0.6 }]]],
  ['desat the greens', 'refused'],
  ['global exposure down half a stop, leave the subject', 'refused'],
  // A shopkeeper
  [
    'I need the ring on a pure white background with a natural shadow',
    [['replace-background', { target: 'ring', colour: white, shadow: 0.5 }]],
  ],
  ['make the product a bit larger', [['transform', { target: 'product', scale: 1.15 }]]],
  ['resize for the shop to 1000x1000', 'refused'],
  ['remove the price tag and the dust', [['remove', { target: 'price tag and the dust' }]]],
  ['change the colour of the bag from brown to black', [['recolour', { target: 'bag', colour: '#000000' }]]],
  ['show the shoe on light blue', [['replace-background', { target: 'shoe', colour: '#add8e6' }]]],
  ['more space around the bottle', 'refused'],
  ['straighten the bottle', 'refused'],
  ['copy the cup twice', 'refused'],
  ['duplicate the cup to the left', [['duplicate', { target: 'cup', dx: -0.15 }]]],
  ['cut out the shoes and throw away the rest', [['cut-out', { target: 'shoes' }]]],
  ['extend the background to the right by 30%', [['extend', { right: 0.3 }]]],
  // A hurried editor
  ['rm logo', [['remove', { target: 'logo' }]]],
  ['bw + vignette', [['black-and-white'], ['vignette', { amount: 0.5 }]]],
  [
    'sky: darker, grass: greener',
    [
      ['adjust', { target: 'sky', exposure: -0.5 }],
      ['adjust', { target: 'grass', tint: -0.3 }],
    ],
  ],
  ['faces → blur', [['blur', { target: 'faces', amount: 0.5 }]]],
  ['all warmer but sky', [['adjust', { temperature: 0.3 }, but('sky')]]],
  ['this: red', [['recolour', { colour: '#ff0000' }]], pointing],
  ['crop → 1:1', [['crop', { aspect: 1 }]]],
  ['bg = none', [['cut-out']]],
  ['less sat', [['adjust', { saturation: -0.3 }]]],
  ['rot left', [['rotate', { degrees: -90 }]]],
  ['flip h', [['flip', { axis: 'horizontal' }]]],
  ['50% smaller', [['resize', { factor: 0.5 }]]],
  ['hue?', 'refused'],
  // Referring back
  [
    'ok now do the trees too',
    [['adjust', { target: 'trees', saturation: 0.3 }]],
    afterwards(['adjust', { target: 'grass', saturation: 0.3 }]),
  ],
  [
    'and also for the fence',
    [['recolour', { target: 'fence', colour: '#ffffff' }]],
    afterwards(['recolour', { target: 'door', colour: '#ffffff' }]),
  ],
  ['not quite as much', [['sharpen', { amount: 0.38 }]], afterwards(['sharpen', { amount: 0.5 }])],
  [
    'stronger!',
    [['film-look', { look: 'faded', amount: 0.75 }]],
    afterwards(['film-look', { look: 'faded', amount: 0.5 }]),
  ],
  [
    'can you make the effect a little weaker',
    [['stylise', { style: 'oil', amount: 0.38 }]],
    afterwards(['stylise', { style: 'oil', amount: 0.5 }]),
  ],
  [
    'a bit more to the left',
    [['transform', { target: 'cup', dx: -0.19 }]],
    afterwards(['transform', { target: 'cup', dx: -0.15 }]),
  ],
  ['a bit further', [['transform', { dx: 0.25 }]], afterwards(['transform', { dx: 0.2 }])],
  ['one more time', [['sharpen', { amount: 0.5 }]], afterwards(['sharpen', { amount: 0.5 }])],
  [
    'green instead',
    [['recolour', { target: 'hat', colour: '#008000' }]],
    afterwards(['recolour', { target: 'hat', colour: '#ff0000' }]),
  ],
  ['revert', 'undo'],
  ["no that's wrong, undo it", 'undo'],
  ['select everything', 'select-all'],
  ['deselect', 'deselect'],
  ['invert the selection and blur it', 'refused', pointing],
  // The rest, exceptions
  [
    'make this sharper and blur the rest',
    [
      ['sharpen', { amount: 0.5 }],
      ['blur-background', { amount: 0.5 }],
    ],
    pointing,
  ],
  ['keep the girl in colour, everything else black and white', [['black-and-white', {}, but('girl')]]],
  ['darken all but the candles', [['adjust', { exposure: -0.5 }, but('candles')]]],
  ['the sky stays, everything else a bit warmer', [['adjust', { temperature: 0.15 }, but('sky')]]],
  ['make the whole photo warmer, not this part though', [['adjust', { temperature: 0.3 }, rest]], pointing],
  ['sharpen the whole image, this included', 'refused', pointing],
  ['remove everyone except the bride', 'refused'],
  ['keep only the tree', [['cut-out', { target: 'tree' }]]],
  // Steps
  [
    'remove the car on the left, fill it with the road from the right, then crop to 16:9',
    [
      ['remove', { target: 'car on the left', source: at('road from the right') }],
      ['crop', { aspect: 16 / 9 }],
    ],
  ],
  [
    'make the cat bigger, move it left and brighten it',
    [
      ['transform', { target: 'cat', scale: 1.3, dx: -0.15 }],
      ['adjust', { target: 'cat', exposure: 0.5 }],
    ],
  ],
  [
    'rotate 90° right and resize to 50%',
    [
      ['rotate', { degrees: 90 }],
      ['resize', { factor: 0.5 }],
    ],
  ],
  [
    'blur the crowd a lot and the goalkeeper should be sharper',
    [
      ['blur', { target: 'crowd', amount: 0.8 }],
      ['sharpen', { target: 'goalkeeper', amount: 0.5 }],
    ],
  ],
  [
    'white background, shadow, square',
    [
      ['replace-background', { colour: white, shadow: 0.5 }],
      ['crop', { aspect: 1 }],
    ],
  ],
  [
    'put it on a gradient from white to grey, then sharpen the watch slightly',
    [
      ['replace-background', { colour: white, to: '#808080' }],
      ['sharpen', { target: 'watch', amount: 0.25 }],
    ],
  ],
  [
    'brighten the whole photo and this even more',
    [
      ['adjust', { exposure: 0.5 }, { parts: [] }],
      ['adjust', { exposure: 0.5 }],
    ],
    pointing,
  ],
  // Not possible
  ['make her look to the left', 'refused'],
  ['add text saying SALE', 'refused'],
  ['remove the red eye', 'refused'],
  ['give him a beard', 'refused'],
  ['turn day into night', [['replace', { target: 'day', prompt: 'night' }]]],
  ['restore the colours of this old photo', [['adjust', { vibrance: 0.3 }]]],
  ['merge this with the other photo', 'refused'],
  ['find all photos of my cat', 'refused'],
  ['what is the resolution?', 'refused'],
  ['make it 3D', 'refused'],
  ['translate it to english', 'refused'],
  ["don't blur the background", 'refused'],
  ['close the project', 'refused'],
];
