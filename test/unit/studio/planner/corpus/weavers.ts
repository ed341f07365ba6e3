/** A thirty-fifth set: sixty requests, of them talks, and forty traps, before the planner was tried on it. */
import { at, but, pointing, type Case, type Talk } from './case.ts';
import { mask, named } from './mentions.ts';

const white = '#ffffff';

export const weavers: Case[] = [
  // A teenager
  ['can u take my sister out of the pic', [['remove', { target: 'sister' }]]],
  ['make the neon sign glow more', [['clarity', { target: 'neon sign', amount: -0.5 }]]],
  ['turn it into a cartoon pls', [['stylise', { style: 'comic', amount: 0.5 }]]],
  ['way more contrast', [['adjust', { contrast: 0.6 }]]],
  ['make my shirt black instead of white', [['recolour', { target: 'shirt', colour: '#000000' }]]],
  // A wedding photographer
  ['bring the groom up half a stop and pull the highlights on the veil down 20', [['adjust', { target: 'groom', exposure: 0.5 }], ['adjust', { target: 'veil', highlights: -0.2 }]]], // prettier-ignore
  ['remove the guest checking her phone', [['remove', { target: 'guest checking her phone' }]]],
  ['give the whole set a warm golden look at 40%', [['film-look', { look: 'golden', amount: 0.4 }]]],
  ['crop 4:5 on the couple', [['crop', { target: 'couple', aspect: 0.8 }]]],
  ['black and white, strong contrast, light vignette', [['black-and-white'], ['adjust', { contrast: 0.6 }], ['vignette', { amount: 0.25 }]]], // prettier-ignore
  // A non-native speaker
  ['I want to put out the garbage from the street', [['remove', { target: 'garbage from the street' }]]],
  ['make that the sea looks more blue', [['adjust', { target: 'sea', temperature: -0.3 }]]],
  ['please rotate for 90 degree left', [['rotate', { degrees: -90 }]]],
  ['the sky, I would like it more dark', [['adjust', { target: 'sky', exposure: -0.5 }]]],
  ['take away the persons on the right side', [['remove', { target: 'persons on the right side' }]]],
  // An estate agent
  ['the kitchen is too dark, lift it by one stop', [['adjust', { target: 'kitchen', exposure: 1 }]]],
  ['fix the converging verticals', [['perspective', { upright: 'auto' }]]],
  [
    'remove the neighbour’s caravan from the driveway',
    [['remove', { target: 'neighbour’s caravan from the driveway' }]],
  ],
  ['replace the grey sky with a blue one', [['recolour', { target: 'grey sky', colour: '#0000ff' }]]],
  [
    'make the picture 3000 px wide and sharpen it slightly',
    [
      ['resize', { width: 3000 }],
      ['sharpen', { amount: 0.25 }],
    ],
  ],
  ['blur the number plates of both cars', [['blur', { target: 'number plates of both cars', amount: 0.5 }]]],
  // A grandmother
  ['Hello dear, I would like to get rid of that man at the back. Thank you ever so much!', [['remove', { target: 'man at the back' }]]], // prettier-ignore
  ['can you make this pciture a little bit lighter please', [['adjust', { exposure: 0.25 }]]],
  ['I think it is too yellow', [['adjust', { temperature: -0.3 }]]],
  ['turn the phoot upside down', [['rotate', { degrees: 180 }]]],
  // Dictated
  ['remove the cup from the table then remove the spoon too', [['remove', { target: 'cup from the table' }], ['remove', { target: 'spoon' }]]], // prettier-ignore
  ['could you um make the left side brighter and the right side darker', [['adjust', { target: 'left side', exposure: 0.5 }], ['adjust', { target: 'right side', exposure: -0.5 }]]], // prettier-ignore
  [
    'flip it and then crop it to sixteen by nine',
    [
      ['flip', { axis: 'horizontal' }],
      ['crop', { aspect: 16 / 9 }],
    ],
  ],
  ['sharpen the whole picture by about thirty percent', [['sharpen', { amount: 0.3 }]]],
  // Terse
  ['vignette 40', [['vignette', { amount: 0.4 }]]],
  ['cutout dog', [['cut-out', { target: 'dog' }]]],
  ['hat → green', [['recolour', { target: 'hat', colour: '#008000' }]]],
  ['exposure -1/2', 'refused'],
  ['less noise', [['denoise', { amount: 0.5 }]]],
  // Long and polite
  ['Good evening, I hope you are well. Would you mind cutting out the teapot and placing it on a plain cream background?', [['replace-background', { target: 'teapot', colour: '#fffdd0' }]]], // prettier-ignore
  [
    'I was wondering if it might be possible to make the flowers in the foreground stand out a little more',
    'refused',
  ],
  ['If you could just tidy up the picture by removing the sticker on the window, that would be marvellous', [['remove', { target: 'sticker on the window' }]]], // prettier-ignore
  // Negations, exceptions, corrections
  ["don't make it darker, make it brighter instead", [['adjust', { exposure: 0.5 }]]],
  [
    'leave the faces as they are and smooth the rest',
    [['stylise', { style: 'smooth', amount: 0.5 }, but('faces')]],
  ],
  ['remove the chair. No, sorry, remove the stool.', [['remove', { target: 'stool' }]]],
  ['all black and white bar the balloon', [['black-and-white', {}, but('balloon')]]],
  ['warmer please, but not by much', [['adjust', { temperature: 0.15 }]]],
  // Pointing, regions, sources
  ['this needs to be brighter', [['adjust', { exposure: 0.5 }]], pointing],
  ['blur around this', [['blur-background', { amount: 0.5 }]], pointing],
  ['paint this gold', [['recolour', { colour: '#ffd700' }]], pointing],
  ['delete @2 and fill it with @1', [['remove', { source: mask(1) }, mask(2)]], named],
  [
    'cover this up with the bricks on the right',
    [['remove', { source: at('bricks on the right') }]],
    pointing,
  ],
  ['a copy of this on the left, a little smaller', [['duplicate', { dx: -0.15, scale: 0.85 }]], pointing],
];

export const weaversTalks: Talk[] = [
  {
    messages: [
      ['cut out the teapot', [['cut-out', { target: 'teapot' }]]],
      ['put it on white', [['replace-background', { target: 'teapot', colour: white }]], 'instead'],
      ['add a shadow', [['replace-background', { target: 'teapot', colour: white, shadow: 0.5 }]], 'instead'],
      [
        'a lighter shadow',
        [['replace-background', { target: 'teapot', colour: white, shadow: 0.25 }]],
        'instead',
      ],
    ],
  },
  {
    messages: [
      ['brighten the window', [['adjust', { target: 'window', exposure: 0.5 }]]],
      ['do the same to the door', [['adjust', { target: 'door', exposure: 0.5 }]]],
      ['too much', [['adjust', { target: 'door', exposure: 0.25 }]], 'instead'],
      ['everything else a bit darker', [['adjust', { exposure: -0.25 }, but('door')]]],
    ],
  },
  {
    messages: [
      ['move the vase to the left', [['transform', { target: 'vase', dx: -0.15 }]]],
      ['a bit further', [['transform', { target: 'vase', dx: -0.19 }]], 'instead'],
      ['no, to the right', [['transform', { target: 'vase', dx: 0.15 }]], 'instead'],
      ['undo', 'undo'],
    ],
  },
];

export const weaversTraps: Case[] = [
  ['is there any way the vase could have been removed by accident?', 'refused'],
  ['what did you crop', 'refused'],
  ['would removing the cat look fake?', 'refused'],
  ['does anyone know how to erase a logo', 'refused'],
  ['do you delete originals?', 'refused'],
  ['how long does it take to cut out hair', 'refused'],
  ['why did the background turn white', 'refused'],
  ['can you explain what blur does', 'refused'],
  ['is this cropped?', 'refused', pointing],
  ['have I removed too much', 'refused'],
  ["whatever you do, don't remove the ring", 'refused'],
  ['hands off the background', 'refused'],
  ['do not crop, blur or recolour anything', 'refused'],
  ["I didn't ask you to remove the cat", 'refused'],
  ["I'm not asking you to crop it", 'refused'],
  ['it would be wrong to erase the signature', 'refused'],
  ['no cropping', 'refused'],
  ["the client doesn't want the logo removed", 'refused'],
  ['keep everything', 'refused'],
  ["please don't", 'refused'],
  ['the headline said "erase the past"', 'refused'],
  ['“remove the cat” would be a funny command', 'refused'],
  ['he keeps saying delete it delete it', 'refused'],
  ['her exact words were crop out the dog', 'refused'],
  ['in case I delete it, is there a backup', 'refused'],
  ['provided the cat is removed, would it sell', 'refused'],
  ['whether to crop it is up to you', 'refused'],
  ['tempted to delete it', 'refused'],
  ['one might blur the background here', 'refused'],
  ['perhaps one day I will erase that', 'refused', pointing],
  ['delete my profile', 'refused'],
  ['remove the app from my phone', 'refused'],
  ['empty the bin', 'refused'],
  ['cut and paste this into Word', 'refused', pointing],
  ['crop the video in Premiere', 'refused'],
  ['reboot', 'refused'],
  ['select * from photos', 'refused'],
  ['remove the last paragraph', 'refused'],
  ['erase the whiteboard tomorrow', 'refused'],
  ['you have already removed the cat', 'refused'],
];
