/** Sixty more, again before the planner was tried on them. */
import { at, but, pointing, type Case } from './case.ts';

const white = '#ffffff';

export const latecomers: Case[] = [
  ['remove the red car parked near the tree', [['remove', { target: 'red car parked near the tree' }]]],
  [
    'please take out the cables hanging from the ceiling',
    [['remove', { target: 'cables hanging from the ceiling' }]],
  ],
  ["let's get rid of that ugly fence", [['remove', { target: 'ugly fence' }]]],
  ['could you erase the date stamp?', [['remove', { target: 'date stamp' }]]],
  ['remove this using the pixels on the right side', [['remove', { source: at('right side') }]], pointing],
  ['cut out the woman with her dog', [['cut-out', { target: 'woman with her dog' }]]],
  ['make a transparent png of the logo', 'refused'],
  ['remove background and add shadow', [['cut-out', { shadow: 0.5 }]]],
  ['replace background with a solid dark gray', [['replace-background', { colour: '#a9a9a9' }]]],
  [
    'use a gradient background from teal to navy, left to right',
    [['replace-background', { colour: '#008080', to: '#000080', degrees: 90 }]],
  ],
  [
    'put the cup on a beige background with a faint shadow',
    [['replace-background', { target: 'cup', colour: '#f5f5dc', shadow: 0.25 }]],
  ],
  ['blur the background just a little', [['blur-background', { amount: 0.25 }]]],
  ['strong background blur', [['blur-background', { amount: 0.8 }]]],
  [
    'blur the background and keep the flowers sharp',
    [['blur-background', { target: 'flowers', amount: 0.5 }]],
  ],
  ['please pixelate all number plates', [['pixelate', { target: 'number plates', amount: 0.5 }]]],
  ['brighten the whole thing by a third of a stop', [['adjust', { exposure: 0.33 }]]],
  ['a bit less contrast please', [['adjust', { contrast: -0.15 }]]],
  ['increase the vibrance by 30', [['adjust', { vibrance: 0.3 }]]],
  ['set the saturation to -20', [['adjust', { saturation: -0.2 }]]],
  ['make the blue sky even bluer', [['adjust', { target: 'blue sky', temperature: -0.3 }]]],
  ['tone down the highlights on her forehead', [['adjust', { target: 'her forehead', highlights: -0.3 }]]],
  ['give the trees more saturation', [['adjust', { target: 'trees', saturation: 0.3 }]]],
  ['make my eyes blue', [['recolour', { target: 'eyes', colour: '#0000ff' }]]],
  [
    'change the colour of the curtains to olive green',
    [['recolour', { target: 'curtains', colour: '#808000' }]],
  ],
  ['turn everything black and white apart from the roses', [['black-and-white', {}, but('roses')]]],
  ['auto-enhance please', [['enhance', { amount: 0.5 }]]],
  ['fix the white balance of the photo', [['enhance', { amount: 0.5 }]]],
  ['clarity up 40%', [['clarity', { amount: 0.4 }]]],
  ['reduce clarity on the skin', [['clarity', { target: 'skin', amount: -0.5 }]]],
  ['vignette, subtle', [['vignette', { amount: 0.25 }]]],
  ['remove the haze from the valley', [['clarity', { target: 'valley', amount: 0.5 }]]],
  ['teal orange look, 50 percent', [['film-look', { look: 'teal-orange', amount: 0.5 }]]],
  ['make it look vintage but only slightly', [['film-look', { look: 'faded', amount: 0.5 }]]],
  ['black and white film noir style', [['film-look', { look: 'noir', amount: 1 }]]],
  ['turn the house into a sketch', [['stylise', { target: 'house', style: 'sketch', amount: 0.5 }]]],
  ['oil paint', [['stylise', { style: 'oil', amount: 0.5 }]]],
  [
    'more red',
    [
      [
        'curves',
        {
          points: [
            [0, 0],
            [0.5, 0.6],
            [1, 1],
          ],
          channel: 'red',
        },
      ],
    ],
  ],
  ['sharpen everything except the sky', [['sharpen', { amount: 0.5 }, but('sky')]]],
  ['clean up the noise', [['denoise', { amount: 0.5 }]]],
  ['crop to widescreen', [['crop', { aspect: 16 / 9 }]]],
  ['rotate ninety degrees left', [['rotate', { degrees: -90 }]]],
  ['mirror the picture vertically', [['flip', { axis: 'vertical' }]]],
  ['resize the image to a width of 1280 pixels', [['resize', { width: 1280 }]]],
  ['make it 4 times larger', [['resize', { factor: 4 }]]],
  ['upscale it by a factor of 3', [['upscale', { factor: 3 }]]],
  ['straighten it 2 degrees anticlockwise', [['straighten', { degrees: -2 }]]],
  ['the building is leaning, straighten it', [['perspective', { upright: 'auto' }]]],
  ['extend the canvas 25% upwards', [['extend', { top: 0.25 }]]],
  ['uncrop it to 3:2', [['extend', { aspect: 1.5 }]]],
  ['move the bird 5% to the left and 10% up', [['transform', { target: 'bird', dx: -0.05, dy: -0.1 }]]],
  ['make this a little larger and move it right', [['transform', { scale: 1.15, dx: 0.15 }]], pointing],
  [
    'mirror the cup and shrink it by 10%',
    [['transform', { target: 'cup', mirror: 'horizontal', scale: 0.9 }]],
  ],
  ['put a copy of the lamp on the right', [['duplicate', { target: 'lamp', dx: 0.15 }]]],
  [
    'white background, then crop to a square and sharpen a bit',
    [
      ['replace-background', { colour: white }],
      ['crop', { aspect: 1 }],
      ['sharpen', { amount: 0.25 }],
    ],
  ],
  [
    'remove the glare and make the colours pop',
    [
      ['remove', { target: 'glare' }],
      ['adjust', { vibrance: 0.3 }],
    ],
  ],
  [
    'make the left side darker and the right side brighter',
    [
      ['adjust', { target: 'left side', exposure: -0.5 }],
      ['adjust', { target: 'right side', exposure: 0.5 }],
    ],
  ],
  ['replace the sofa by a green one', [['recolour', { target: 'sofa', colour: '#008000' }]]],
  ['draw a moustache on him', 'refused'],
  ['make the photo look happier', 'refused'],
  ['remove half the people', 'refused'],
];
