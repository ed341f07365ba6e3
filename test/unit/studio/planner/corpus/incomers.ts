/** A twenty-sixth set: people whose English is young, who type fast, or who dictate, before the planner was tried on it. */
import { afterwards, beach, but, large, onVideo, pointing, rest, withBeach, type Case } from './case.ts';
import { mask, named, not } from './mentions.ts';

const white = '#ffffff';

export const incomers: Case[] = [
  // Young English
  ['change color of sky to orange', [['recolour', { target: 'sky', colour: '#ffa500' }]]],
  ['remove 1 car from image', [['remove', { target: '1 car' }]]],
  ['please remove the man which stands behind me', [['remove', { target: 'man which stands behind me' }]]],
  ['I would like that you make the photo more clear', [['sharpen', { amount: 0.5 }]]],
  ['make background white color', [['replace-background', { colour: white }]]],
  ['the face of woman is too much dark', [['adjust', { target: 'face of woman', exposure: 0.5 }]]],
  ['do the picture in black white', [['black-and-white']]],
  ['need to cut the tree out', [['cut-out', { target: 'tree' }]]],
  ['photo is little bit blur, please make sharp', [['sharpen', { amount: 0.5 }]]],
  ['put the colors more alive', [['adjust', { vibrance: 0.3 }]]],
  ['Could you to turn picture 90 degree right', [['rotate', { degrees: 90 }]]],
  ['increase of brightness 20%', [['adjust', { brightness: 0.2 }]]],
  ['i want background of photo blurred', [['blur-background', { amount: 0.5 }]]],
  ['take off the glasses of the boy', [['remove', { target: 'glasses of the boy' }]]],
  ['it has too much noise this photo', 'refused'],
  ['make dress of the girl in red color', [['recolour', { target: 'dress of the girl', colour: '#ff0000' }]]],
  ['move a little to the right the chair', [['transform', { target: 'chair', dx: 0.05 }]]],
  ['I want the half of size', [['resize', { factor: 0.5 }]]],
  ['how to make the photo brighter?', 'refused'],
  ['give to the photo a old style', [['film-look', { look: 'sepia', amount: 1 }]]],
  // Fast
  ['rmove the sgin', [['remove', { target: 'sgin' }]]],
  ['remove teh sign pls', [['remove', { target: 'sign' }]]],
  ['mke it brihgter', [['adjust', { exposure: 0.5 }]]],
  ['shrpen the eyes', [['sharpen', { target: 'eyes', amount: 0.5 }]]],
  ['blak and white', [['black-and-white']]],
  ['crop to sqaure', [['crop', { aspect: 1 }]]],
  ['incrase contrast by 10', [['adjust', { contrast: 0.1 }]]],
  ['backgroud blur 30', [['blur-background', { amount: 0.3 }]]],
  ['trun it upside down', [['rotate', { degrees: 180 }]]],
  ['make teh jaket bleu', [['recolour', { target: 'jaket', colour: '#0000ff' }]]],
  ['wamer pls', [['adjust', { temperature: 0.3 }]]],
  ['a litle darker', [['adjust', { exposure: -0.25 }]]],
  ['vinette 40%', [['vignette', { amount: 0.4 }]]],
  ['sepai tone', [['film-look', { look: 'sepia', amount: 1 }]]],
  ['undoo', 'undo'],
  ['remov the backgrond', [['cut-out']]],
  // Dictated
  [
    'hey so um can you take out the red truck in the back and then maybe brighten things up a little',
    [
      ['remove', { target: 'red truck in the back' }],
      ['adjust', { exposure: 0.25 }],
    ],
  ],
  ['okay now make the sky darker no wait make it bluer', 'refused'],
  [
    'blur the background about fifty percent and sharpen the face twenty percent',
    [
      ['blur-background', { amount: 0.5 }],
      ['sharpen', { target: 'face', amount: 0.2 }],
    ],
  ],
  [
    'rotate it ninety degrees to the left and flip it horizontally',
    [
      ['rotate', { degrees: -90 }],
      ['flip', { axis: 'horizontal' }],
    ],
  ],
  ['make it one thousand two hundred pixels wide', [['resize', { width: 1200 }]]],
  ['extend the picture on the right by twenty five percent', [['extend', { right: 0.25 }]]],
  ['get rid of that thing on the table whatever it is', 'refused'],
  [
    'more contrast please and a bit less saturation',
    [
      ['adjust', { contrast: 0.3 }],
      ['adjust', { saturation: -0.15 }],
    ],
  ],
  ['select the dog and then make it black and white', [['black-and-white', { target: 'dog' }]]],
  [
    'could you replace the background with a gradient from light blue to white',
    [['replace-background', { colour: '#add8e6', to: white }]],
  ],
  ['make the whole thing warmer except the snow', [['adjust', { temperature: 0.3 }, but('snow')]]],
  [
    'turn the hat green the scarf yellow and the gloves red',
    [
      ['recolour', { target: 'hat', colour: '#008000' }],
      ['recolour', { target: 'scarf', colour: '#ffff00' }],
      ['recolour', { target: 'gloves', colour: '#ff0000' }],
    ],
  ],
  [
    'move the duck up ten percent and left twenty percent',
    [['transform', { target: 'duck', dy: -0.1, dx: -0.2 }]],
  ],
  ['make the balloon three times as large', [['transform', { target: 'balloon', scale: 3 }]]],
  ['apply sepia at thirty percent', [['film-look', { look: 'sepia', amount: 0.3 }]]],
  ['crop it to four by three', [['crop', { aspect: 4 / 3 }]]],
  ['upscale it by a factor of two', [['upscale', { factor: 2 }]]],
  ['lower the exposure by one and a half stops', [['adjust', { exposure: -1.5 }]]],
  // Pointing
  ['what I have marked should disappear', [['remove']], pointing],
  ['pixelate here', [['pixelate', { amount: 0.5 }]], pointing],
  ['not the selection, everything else darker', 'refused', pointing],
  [
    'this in red, the rest in black and white',
    [
      ['recolour', { colour: '#ff0000' }],
      ['black-and-white', {}, rest],
    ],
    pointing,
  ],
  ['copy this 20% to the left', [['duplicate', { dx: -0.2 }]], pointing],
  ['push this down by 60 pixels', [['transform', { dy: 0.02 }]], { ...pointing, ...large }],
  ['turn this into marble', [['replace', { prompt: 'marble' }]], pointing],
  ['crop to this', [['crop']], pointing],
  ['smooth this a bit', [['stylise', { style: 'smooth', amount: 0.25 }]], pointing],
  ['brighten this, then cut it out', [['adjust', { exposure: 0.5 }], ['cut-out']], pointing],
  [
    'make this cooler and everything around it warmer',
    [
      ['adjust', { temperature: -0.3 }],
      ['adjust', { temperature: 0.3 }, rest],
    ],
    pointing,
  ],
  // Regions
  ['blur @1 a lot', [['blur', { amount: 0.8 }, mask(1)]], named],
  ['make @dog and @the-sky brighter', [['adjust', { exposure: 0.5 }, mask(1, 2)]], named],
  ['everything but @1 in sepia', [['film-look', { look: 'sepia', amount: 1 }, not(1)]], named],
  ['remove @12, filling from @2', [['remove', { source: mask(2) }, mask(3)]], named],
  ['swap @1 for a fox', [['replace', { prompt: 'a fox' }, mask(1)]], named],
  ['what is @1', 'refused', named],
  [
    'sharpen @1 twenty percent and denoise @2',
    [
      ['sharpen', { amount: 0.2 }, mask(1)],
      ['denoise', { amount: 0.5 }, mask(2)],
    ],
    named,
  ],
  // Going on
  ['again', [['sharpen', { amount: 0.5 }]], afterwards(['sharpen', { amount: 0.5 }])],
  ['a bit weaker', [['sharpen', { amount: 0.38 }]], afterwards(['sharpen', { amount: 0.5 }])],
  ['double it', [['adjust', { temperature: 0.6 }]], afterwards(['adjust', { temperature: 0.3 }])],
  [
    'same on the trees',
    [['adjust', { target: 'trees', vibrance: 0.3 }]],
    afterwards(['adjust', { target: 'grass', vibrance: 0.3 }]),
  ],
  [
    'do the same here',
    [['blur', { amount: 0.5 }]],
    { ...pointing, ...afterwards(['blur', { target: 'sign', amount: 0.5 }]) },
  ],
  ['undo, please', 'undo'],
  ['redo it', 'redo'],
  ['unselect', 'deselect', pointing],
  ['select all', 'select-all'],
  // Photos, clips, sounds
  [
    'put my other photo behind her',
    [['replace-background', { photo: beach }]],
    { ...withBeach, ...pointing },
  ],
  ['use beach.jpg for the background', [['replace-background', { photo: beach }]], withBeach],
  ['track the red kayak', [['video-segmentation/segment', { target: 'red kayak' }]], onVideo],
  ['animate the clouds', [['image-to-video/animate', { prompt: 'the clouds moving' }]]],
  ['generate a picture of a snowy village', [['image-generation/generate', { prompt: 'a snowy village' }]]],
  ['sound of a crackling fire', [['audio-generation/generate', { prompt: 'a crackling fire' }]]],
  ['make a short video of a paper boat', [['video-generation/generate', { prompt: 'a paper boat' }]]],
  ['in the style of Edvard Munch', [['restyle', { prompt: 'Edvard Munch' }]]],
  // Sizes, places
  ['fill the frame to 16 by 9 without cropping', [['extend', { aspect: 16 / 9 }]]],
  ['lighten the top right corner', [['adjust', { target: 'top right corner', exposure: 0.5 }]]],
  ['half the width please', 'refused'],
  ['perspective: the house leans to the back', [['perspective', { upright: 'auto' }]]],
  ['the horizon is not straight', [['straighten']]],
  [
    'invert it',
    [
      [
        'curves',
        {
          points: [
            [0, 1],
            [1, 0],
          ],
          channel: 'all',
        },
      ],
    ],
  ],
  // Not for it
  ['make my nose smaller', [['transform', { target: 'nose', scale: 0.75 }]]],
  ['swap our faces', 'refused'],
  ['bring it to my phone', 'refused'],
  ['blah blah blah', 'refused'],
  ['remove my subscription', 'refused'],
  ['ok', 'refused'],
];
