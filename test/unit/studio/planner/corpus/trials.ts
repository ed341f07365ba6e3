/** As somebody would try it who has read what it can do, but not how. */
import { afterwards, at, beach, but, pointing, rest, withBeach, type Case } from './case.ts';

const white = '#ffffff';

const single: Case[] = [
  ['Could you take away the two people on the bench?', [['remove', { target: 'two people on the bench' }]]],
  ['I no longer want the traffic sign', [['remove', { target: 'traffic sign' }]]],
  ['wipe out the graffiti on the wall', [['remove', { target: 'graffiti on the wall' }]]],
  ['erase whatever is in the selection', [['remove']], pointing],
  ['delete the thing I clicked on', [['remove']], pointing],
  ['get the cyclist out of the shot', [['remove', { target: 'cyclist' }]]],
  ['take the sticker off the laptop', [['remove', { target: 'sticker' }]]],
  ['extract the horse', [['cut-out', { target: 'horse' }]]],
  ['give me just the lamp with nothing behind it', 'refused'],
  ['strip the background away', [['cut-out']]],
  ['make a cutout of this', [['cut-out']], pointing],
  ['soften the background', [['blur-background', { amount: 0.5 }]]],
  ['defocus the backdrop slightly', [['blur-background', { amount: 0.25 }]]],
  ['blur the background as strongly as you can', [['blur-background', { amount: 1 }]]],
  ['use a white backdrop instead', [['replace-background', { colour: white }]]],
  ['make the backdrop a dark blue', [['replace-background', { colour: '#00008b' }]]],
  [
    'set the background to a gradient of purple and black',
    [['replace-background', { colour: '#800080', to: '#000000' }]],
  ],
  ['fill the backdrop with light pink', [['replace-background', { colour: '#ffb6c1' }]]],
  ['pixelate her face by 80 percent', [['pixelate', { target: 'her face', amount: 0.8 }]]],
  ['make the number plate unreadable', [['pixelate', { target: 'number plate', amount: 0.5 }]]],
  ['make the photo twice as bright', [['adjust', { exposure: 1 }]]],
  ['dim the window a little', [['adjust', { target: 'window', exposure: -0.25 }]]],
  ['reduce the highlights by a third', [['adjust', { highlights: -0.33 }]]],
  ['recover some shadow detail', [['adjust', { shadows: 0.3 }]]],
  ['drop the saturation by 25 percent', [['adjust', { saturation: -0.25 }]]],
  ['make it colder', [['adjust', { temperature: -0.3 }]]],
  ['shift the tint towards green', [['adjust', { tint: -0.3 }]]],
  ['give the picture more punch', [['adjust', { contrast: 0.3 }]]],
  ['flatten the contrast', [['adjust', { contrast: -0.3 }]]],
  ['take the colour out of everything except the lipstick', [['black-and-white', {}, but('lipstick')]]],
  ['turn the lawn chairs turquoise', [['recolour', { target: 'lawn chairs', colour: '#40e0d0' }]]],
  ['dye the dog pink', [['recolour', { target: 'dog', colour: '#ffc0cb' }]]],
  ['I want her coat to be burgundy', [['recolour', { target: 'her coat', colour: '#800020' }]]],
  ['crisp up the eyelashes', [['sharpen', { target: 'eyelashes', amount: 0.5 }]]],
  ['get rid of the graininess', [['denoise', { amount: 0.5 }]]],
  ['clean up the noise in the dark areas', [['denoise', { target: 'dark areas', amount: 0.5 }]]],
  ['trim the picture to 3:2', [['crop', { aspect: 1.5 }]]],
  ['crop in closer on the face', [['crop', { target: 'face' }]]],
  ['rotate it by 180', [['rotate', { degrees: 180 }]]],
  ['turn it 90 degrees anticlockwise', [['rotate', { degrees: -90 }]]],
  ['mirror it left to right', [['flip', { axis: 'horizontal' }]]],
  ['make it a third of the size', 'refused'],
  ['scale the image down to 25%', [['resize', { factor: 0.25 }]]],
  ['make it 1500 pixels across', [['resize', { width: 1500 }]]],
  ['blow the image up to 3 times its size', [['resize', { factor: 3 }]]],
  ['upscale to double', [['upscale', { factor: 2 }]]],
  ['the horizon needs levelling', [['straighten']]],
  ['correct the tilt by 3 degrees clockwise', [['straighten', { degrees: 3 }]]],
  ['the tower looks like it is leaning back, fix that', [['perspective', { upright: 'auto' }]]],
  ['add 20% more room at the bottom', [['extend', { bottom: 0.2 }]]],
  ['make the canvas wider on both sides', [['extend', { left: 0.25, right: 0.25 }]]],
  ['extend the image to 4:3', [['extend', { aspect: 4 / 3 }]]],
  ['bring the boat a bit closer to the left', [['transform', { target: 'boat', dx: -0.05 }]]],
  ['drag the sun 15% up', [['transform', { target: 'sun', dy: -0.15 }]]],
  ['make the flower pot half as big', [['transform', { target: 'flower pot', scale: 0.5 }]]],
  ['tilt the hat 10 degrees to the right', [['transform', { target: 'hat', degrees: 10 }]]],
  ['make a second balloon to the right of it', 'refused'],
  ['clone the tree and put it on the left', [['duplicate', { target: 'tree', dx: -0.15 }]]],
  ['make it moody', [['adjust', { exposure: -0.5 }]]],
  ['give the portrait a light clarity boost', 'refused'],
  ['make it look like an old film photograph', [['film-look', { look: 'classic', amount: 1 }]]],
  ['apply a cinematic look, half strength', [['film-look', { look: 'teal-orange', amount: 0.5 }]]],
  ['turn this into a cartoon', [['stylise', { style: 'comic', amount: 0.5 }]]],
  [
    'make the background look like a watercolour',
    [['stylise', { target: 'background', style: 'watercolour', amount: 0.5 }]],
  ],
  ['smooth out the wrinkles a bit', [['stylise', { target: 'wrinkles', style: 'smooth', amount: 0.25 }]]],
  ['darken the outer edges slightly', [['vignette', { amount: 0.25 }]]],
  [
    'add an s curve to the sky only',
    [
      [
        'curves',
        {
          target: 'sky',
          points: [
            [0, 0],
            [0.25, 0.2],
            [0.75, 0.8],
            [1, 1],
          ],
          channel: 'all',
        },
      ],
    ],
  ],
  [
    'bring up the midtones a touch',
    [
      [
        'curves',
        {
          points: [
            [0, 0],
            [0.5, 0.55],
            [1, 1],
          ],
          channel: 'all',
        },
      ],
    ],
  ],
];

const several: Case[] = [
  [
    'cut out the mug, add a soft shadow and put it on light grey',
    [['replace-background', { target: 'mug', colour: '#d3d3d3', shadow: 0.5 }]],
  ],
  ['remove the pole and straighten the picture', [['remove', { target: 'pole' }], ['straighten']]],
  ['make it black & white, add some grain-free contrast and a vignette', 'refused'],
  [
    'brighten the face by 20% and blur the background a lot',
    [
      ['adjust', { target: 'face', exposure: 0.26 }],
      ['blur-background', { amount: 0.8 }],
    ],
  ],
  [
    'flip the dog and move it to the right by 10%',
    [['transform', { target: 'dog', mirror: 'horizontal', dx: 0.1 }]],
  ],
  [
    'sharpen, then resize to 1080x1080',
    [
      ['sharpen', { amount: 0.5 }],
      ['resize', { width: 1080, height: 1080 }],
    ],
  ],
  [
    'Remove the cat. Then crop to 16:9. Finally, make everything warmer.',
    [
      ['remove', { target: 'cat' }],
      ['crop', { aspect: 16 / 9 }],
      ['adjust', { temperature: 0.3 }],
    ],
  ],
  [
    'erase this, fill it using the left half, then sharpen',
    [
      ['remove', { source: at('left half') }],
      ['sharpen', { amount: 0.5 }],
    ],
    pointing,
  ],
  [
    'darken the sky by half a stop and make it more saturated',
    [
      ['adjust', { target: 'sky', exposure: -0.5 }],
      ['adjust', { target: 'sky', saturation: 0.3 }],
    ],
  ],
  [
    'make the jacket blue, the trousers black and the shoes white',
    [
      ['recolour', { target: 'jacket', colour: '#0000ff' }],
      ['recolour', { target: 'trousers', colour: '#000000' }],
      ['recolour', { target: 'shoes', colour: white }],
    ],
  ],
  ['enhance it, but leave the sky alone', [['enhance', { amount: 0.5 }, but('sky')]]],
  ['desaturate the rest a bit', [['adjust', { saturation: -0.15 }, rest]], pointing],
  [
    'remove the left car and do the same for the right one',
    [
      ['remove', { target: 'left car' }],
      ['remove', { target: 'right one' }],
    ],
  ],
  ['now make it a bit less warm', [['adjust', { temperature: -0.15 }]]],
  ['undo the last edit', 'undo'],
  ['a little more', [['adjust', { exposure: 0.63 }]], afterwards(['adjust', { exposure: 0.5 }])],
  ['much less', [['adjust', { contrast: 0.08 }]], afterwards(['adjust', { contrast: 0.3 }])],
  ['do it again but stronger', [['sharpen', { amount: 0.75 }]], afterwards(['sharpen', { amount: 0.5 }])],
  ['make the whole image cooler except for @1', 'refused'],
  ['swap @1 and @2', 'refused'],
];

const traps: Case[] = [
  ['remove my account', 'refused'],
  ['delete this photo', 'refused', pointing],
  ['remove this photo from the project', 'refused', pointing],
  ['do not remove anything', 'refused'],
  ['I deleted the sky by accident', 'refused'],
  ['crop nothing', 'refused'],
  ['remove the dog unless it is brown', 'refused'],
  ['never mind', 'refused'],
  ['can the background be removed?', [['cut-out']]],
  ['if there is a dog remove it', 'refused'],
  ['make everything disappear', 'refused'],
  ['delete half of it', 'refused', pointing],
  ['replace everything with white', 'refused'],
  ['cut', 'refused', pointing],
  ['leave only', 'refused', pointing],
  ['the dog looks great', 'refused'],
];

/** A negation, a doubt, or two things at once. */
const doubts: Case[] = [
  ['remove cat keep dog', [['remove', { target: 'cat' }]]],
  ['remove the dog or the cat', 'refused'],
  ['the dog should not be removed', 'refused'],
  ["make sure the dog isn't removed", 'refused'],
  ['nobody wants the dog removed', 'refused'],
  ['I want no dog removed', 'refused'],
  ['almost remove the dog', 'refused'],
  ['before you remove the dog, sharpen it', 'refused'],
  ['crop to nothing', 'refused'],
  ['remove the colour red', 'refused'],
  ['cut out everything', 'refused'],
  ['replace the background with this photo', [['replace-background', { photo: beach }]], withBeach],
  ['replace the background with beach.jpg', [['replace-background', { photo: beach }]], withBeach],
  ['replace the background with this photo', 'refused'],
  ['crop out half the people', 'refused'],
  ['erase half of the people', 'refused'],
  ['make the car #ffff00', [['recolour', { target: 'car', colour: '#ffff00' }]]],
  ['make the car #fff', [['recolour', { target: 'car', colour: '#ffffff' }]]],
];

export const trials: Case[] = [...single, ...several, ...traps, ...doubts];
