/** As it is asked in forums, in other programs' words, by dictation, by agents of houses, in a marketplace. */
import { afterwards, but, pointing, rest, type Case } from './case.ts';

const white = '#ffffff';

const forum: Case[] = [
  ['Can someone please remove the guy in the red shirt?', [['remove', { target: 'guy in the red shirt' }]]],
  ['could anybody take out the people behind us', [['remove', { target: 'people behind us' }]]],
  [
    'Please remove the watermark and enhance the colors',
    [
      ['remove', { target: 'watermark' }],
      ['adjust', { vibrance: 0.3 }],
    ],
  ],
  ['can you get rid of my double chin', [['remove', { target: 'double chin' }]]],
  ['remove glare from glasses', [['remove', { target: 'glare from glasses' }]]],
  ['make the grass greener', [['adjust', { target: 'grass', tint: -0.3 }]]],
  [
    'can you make the sky bluer and the grass greener',
    [
      ['adjust', { target: 'sky', temperature: -0.3 }],
      ['adjust', { target: 'grass', tint: -0.3 }],
    ],
  ],
  [
    'Make my hair look less red please',
    [
      [
        'curves',
        {
          target: 'hair',
          points: [
            [0, 0],
            [0.5, 0.4],
            [1, 1],
          ],
          channel: 'red',
        },
      ],
    ],
  ],
  ['can you open my eyes', 'refused'],
  ['please restore this old photo', 'refused'],
  ['can you sharpen the faces, they came out blurry', [['sharpen', { target: 'faces', amount: 0.5 }]]],
  ['remove the shadow on her face', [['remove', { target: 'shadow on her face' }]]],
  ['just crop out everything on the left of the tree', 'refused'],
  ['put us on a plain white background for a passport', [['replace-background', { colour: white }]]],
  ['edit out the cars parked on the street', [['remove', { target: 'cars parked on the street' }]]],
  ['photoshop my dog into this picture', 'refused'],
  ['make it look like it was taken at night', [['restyle', { prompt: 'it was taken at night' }]]],
  ['brighten up my face, leave the rest as is', [['adjust', { target: 'face', exposure: 0.5 }]]],
  ['can anyone colorize this', 'refused', pointing],
  ['fix my crooked horizon', [['straighten']]],
];

const otherPrograms: Case[] = [
  ['auto tone', [['enhance', { amount: 0.5 }]]],
  ['invert', 'refused'],
  ['gaussian blur 40%', [['blur', { amount: 0.4 }]]],
  ['unsharp mask', [['sharpen', { amount: 0.5 }]]],
  ['desaturate', [['black-and-white']]],
  ['content aware remove', [['remove']], pointing],
  ['free transform, 120%', 'refused', pointing],
  ['flip horizontal', [['flip', { axis: 'horizontal' }]]],
  ['flip canvas vertically', [['flip', { axis: 'vertical' }]]],
  ['rotate canvas 90 cw', [['rotate', { degrees: 90 }]]],
  ['image size 1600 x 1200', [['resize', { width: 1600, height: 1200 }]]],
  ['canvas size +10% on all sides', [['extend', { left: 0.1, right: 0.1, top: 0.1, bottom: 0.1 }]]],
  ['generative expand to the right', [['extend', { right: 0.25 }]]],
  ['magic eraser on the sign', [['remove', { target: 'sign' }]]],
  ['background remover', [['cut-out']]],
  ['lens blur on the background', [['blur-background', { amount: 0.5 }]]],
  ['tonal contrast', 'refused'],
  ['hdr scape', 'refused'],
  ['grayscale', [['black-and-white']]],
  ['noir filter', [['film-look', { look: 'noir', amount: 1 }]]],
  ['saturation to 40', [['adjust', { saturation: 0.4 }]]],
  ['contrast: -10', [['adjust', { contrast: -0.1 }]]],
  ['temp +20', [['adjust', { temperature: 0.2 }]]],
  ['exposure minus one', [['adjust', { exposure: -1 }]]],
  ['levels', 'refused'],
  ['ctrl+z', 'undo'],
  ['healing brush here', [['remove']], pointing],
];

const dictated: Case[] = [
  [
    'okay so first of all remove the bike and then make everything a little warmer and crop it to a square',
    [
      ['remove', { target: 'bike' }],
      ['adjust', { temperature: 0.15 }],
      ['crop', { aspect: 1 }],
    ],
  ],
  ['um make the car yellow', [['recolour', { target: 'car', colour: '#ffff00' }]]],
  ['blur the background a bit more than usual', 'refused'],
  ['rotate it ninety degrees to the right', [['rotate', { degrees: 90 }]]],
  ['make it twenty percent brighter', [['adjust', { exposure: 0.26 }]]],
  ['turn the saturation down by fifteen percent', [['adjust', { saturation: -0.15 }]]],
  ['I want to move the lamp a little bit to the right please', [['transform', { target: 'lamp', dx: 0.05 }]]],
  ['uh no wait undo that', 'undo'],
  [
    'now do the same with the chair',
    [['remove', { target: 'chair' }]],
    afterwards(['remove', { target: 'table' }]),
  ],
  ['crop it sixteen by nine', [['crop', { aspect: 16 / 9 }]]],
  ['make this one and a half times bigger', [['transform', { scale: 1.5 }]], pointing],
  ['can you remove that thing', [['remove']], pointing],
  ['select everything except this and blur it', 'refused', pointing],
  ['put a vignette on it not too strong', [['vignette', { amount: 0.25 }]]],
];

const houses: Case[] = [
  ['straighten the verticals of the house', [['perspective', { upright: 'auto' }]]],
  ['brighten the room but not the windows', 'refused'],
  ['declutter: remove the cables and the toys', 'refused'],
  ['replace the grey sky with a blue one', [['recolour', { target: 'grey sky', colour: '#0000ff' }]]],
  ['make the lawn look greener', [['adjust', { target: 'lawn', tint: -0.3 }]]],
  ['remove the bins in the driveway', [['remove', { target: 'bins in the driveway' }]]],
  [
    'blur the licence plates and the faces',
    [['blur', { target: 'licence plates and the faces', amount: 0.5 }]],
  ],
  ['lighten the dark corners', [['vignette', { amount: -0.5 }]]],
  [
    'cool down the yellow light in the kitchen',
    [['adjust', { target: 'yellow light in the kitchen', temperature: -0.3 }]],
  ],
  ['widen the shot', [['extend', { left: 0.25, right: 0.25 }]]],
  ['show more of the ceiling', 'refused'],
];

const marketplace: Case[] = [
  ['remove bg, add white bg', [['replace-background', { colour: white }]]],
  ['isolate product', [['cut-out', { target: 'product' }]]],
  [
    'cut out the sneaker, white background, soft shadow',
    [['replace-background', { target: 'sneaker', colour: white, shadow: 0.5 }]],
  ],
  ['make it square with white background', 'refused'],
  ['change the t-shirt from blue to red', [['recolour', { target: 't-shirt', colour: '#ff0000' }]]],
  ['show it in green', 'refused'],
  ['make three colour variants', 'refused'],
  [
    'remove the price tag and the wrinkles in the fabric',
    [['remove', { target: 'price tag and the wrinkles in the fabric' }]],
  ],
  ['remove the hanger, keep the dress', [['remove', { target: 'hanger' }]]],
  ['true to life colours', 'refused'],
  ['compress to under 1 MB', 'refused'],
  ['800x800', [['resize', { width: 800, height: 800 }]]],
  ['add a reflection', [['add', { prompt: 'a reflection' }]]],
  ['clean white bg', [['replace-background', { colour: white }]]],
  ['the background should be transparent', [['cut-out']]],
];

const pointingAt: Case[] = [
  ['bye bye', 'refused', pointing],
  ['this has to go', [['remove']], pointing],
  ['hide it', [['pixelate', { amount: 0.5 }]], pointing],
  ['paint it black', [['recolour', { colour: '#000000' }]], pointing],
  ['make it pop', [['adjust', { vibrance: 0.3 }]], pointing],
  ['a tiny bit to the left', 'refused', pointing],
  ['move it a tiny bit to the left', [['transform', { dx: -0.02 }]], pointing],
  ['twice as large please', [['transform', { scale: 2 }]], pointing],
  ['copy it over to the right', [['duplicate', { dx: 0.15 }]], pointing],
  ['sharpen only this', [['sharpen', { amount: 0.5 }]], pointing],
  ['everything but this in black and white', [['black-and-white', {}, rest]], pointing],
  ['darken around this', 'refused', pointing],
  ['get this thing out of here', [['remove']], pointing],
  ['fill with grass from the left', 'refused', pointing],
  ['smooth this a little', [['stylise', { style: 'smooth', amount: 0.25 }]], pointing],
  ['give this a red tint', [['recolour', { colour: '#ff0000' }]], pointing],
  ['focus on this', 'refused', pointing],
  ['less saturated here', [['adjust', { saturation: -0.3 }]], pointing],
  ['warmer, but only here', [['adjust', { temperature: 0.3 }]], pointing],
  ['keep this sharp and blur everything else heavily', [['blur-background', { amount: 0.8 }]], pointing],
  ['make all but the bird darker', [['adjust', { exposure: -0.5 }, but('bird')]]],
];

export const requests: Case[] = [
  ...forum,
  ...otherPrograms,
  ...dictated,
  ...houses,
  ...marketplace,
  ...pointingAt,
];
