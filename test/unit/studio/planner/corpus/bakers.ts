/** A thirty-second set: sixty requests, of them four talks, and forty traps, before the planner was tried on it. */
import { afterwards, at, but, pointing, rest, type Case, type Talk } from './case.ts';
import { mask, named, not } from './mentions.ts';

const white = '#ffffff';

export const bakers: Case[] = [
  // A teenager
  ['yo can u get rid of my pimples', [['remove', { target: 'pimples' }]]],
  ['make my eyes pop a lil', [['adjust', { target: 'eyes', vibrance: 0.15 }]]],
  [
    'blur my little brother in the back lol',
    [['blur', { target: 'little brother in the back', amount: 0.5 }]],
  ],
  ['gimme that grainy vintage vibe', [['film-look', { look: 'faded', amount: 1 }]]],
  ['crop it square for my pfp', [['crop', { aspect: 1 }]]],
  // A wedding photographer
  [
    'lift the exposure on the bride by two thirds of a stop',
    [['adjust', { target: 'bride', exposure: 0.67 }]],
  ],
  [
    'pull the highlights in her dress down 40 percent',
    [['adjust', { target: 'her dress', highlights: -0.4 }]],
  ],
  ['skin tones are a touch too magenta, correct that', [['adjust', { target: 'skin tones', tint: -0.15 }]]],
  ['take out the exit sign above the altar', [['remove', { target: 'exit sign above the altar' }]]],
  [
    'throw the guests behind the couple out of focus',
    [['blur', { target: 'guests behind the couple', amount: 0.5 }]],
  ],
  // A non-native speaker
  ['please to make the photo more bright', [['adjust', { exposure: 0.5 }]]],
  ['I want that you delete the man which stands left', [['remove', { target: 'man which stands left' }]]],
  ['can you do the sky more blue', [['adjust', { target: 'sky', temperature: -0.3 }]]],
  ['make please the background not sharp', [['blur-background', { amount: 0.5 }]]],
  ['turn the image on 90 degrees in right side', [['rotate', { degrees: 90 }]]],
  // An estate agent
  ['straighten the verticals in the living room', [['perspective', { upright: 'auto' }]]],
  [
    'brighten up the hallway without blowing out the window',
    [['adjust', { target: 'hallway', exposure: 0.5 }]],
  ],
  ['lose the wheelie bins on the drive', [['remove', { target: 'wheelie bins on the drive' }]]],
  ['the lawn looks brown, make it greener', [['adjust', { target: 'lawn', tint: -0.3 }]]],
  ['export size 2000 pixels wide', [['resize', { width: 2000 }]]],
  // A grandmother with typos
  ['pleas remove the red eys... no sorry, remove the lamp', [['remove', { target: 'lamp' }]]],
  ['coud you make my granson a bit brigher dear', [['adjust', { target: 'granson', exposure: 0.25 }]]],
  ['I woud like it in blck and white thank you', [['black-and-white']]],
  ['the pictur is croocked can you straigten it', [['straighten']]],
  // Dictated
  ['ok so first of all make it a bit brighter and then take the saturation down about ten percent', [['adjust', { exposure: 0.25 }], ['adjust', { saturation: -0.1 }]]], // prettier-ignore
  [
    'um can you like cut out the girl and put her on a white background',
    [['replace-background', { target: 'girl', colour: white }]],
  ],
  ['remove the cable and the plug then sharpen the whole thing slightly', [['remove', { target: 'cable and the plug' }], ['sharpen', { amount: 0.25 }]]], // prettier-ignore
  // Terse
  ['denoise 30', [['denoise', { amount: 0.3 }]]],
  ['bg → black, shadow', [['replace-background', { colour: '#000000', shadow: 0.5 }]]],
  [
    'contrast -10, warmth +15',
    [
      ['adjust', { contrast: -0.1 }],
      ['adjust', { temperature: 0.15 }],
    ],
  ],
  ['flip h', [['flip', { axis: 'horizontal' }]]],
  ['1080x1350', [['resize', { width: 1080, height: 1350 }]]],
  // Long and polite
  ['If it is not too much trouble, I would be very grateful if you could remove the small stain on the tablecloth.', [['remove', { target: 'small stain on the tablecloth' }]]], // prettier-ignore
  ['Would you kindly make the colours of the curtains somewhat less saturated, please?', [['adjust', { target: 'curtains', saturation: -0.15 }]]], // prettier-ignore
  ['I was wondering whether the whole image could be made slightly warmer and perhaps a little sharper', [['adjust', { temperature: 0.15 }], ['sharpen', { amount: 0.25 }]]], // prettier-ignore
  // Negations and exceptions
  ["don't touch the sky, only brighten the rest", [['adjust', { exposure: 0.5 }, but('sky')]]],
  [
    'everything in black and white apart from the red umbrella',
    [['black-and-white', {}, but('red umbrella')]],
  ],
  ['blur everything, not the cake though', [['blur-background', { target: 'cake', amount: 0.5 }]]],
  ['remove the crumbs, not the plate', [['remove', { target: 'crumbs' }]]],
  ['sharpen, no wait, only sharpen the eyes', [['sharpen', { target: 'eyes', amount: 0.5 }]]],
  // Places, colours, things
  [
    'make the wall behind the shelf sage green',
    [['recolour', { target: 'wall behind the shelf', colour: '#9caf88' }]],
  ],
  ['shift the loaf 10% to the right and up a bit', [['transform', { target: 'loaf', dx: 0.1, dy: -0.05 }]]],
  [
    'copy the croissant twice as big to the left',
    [['duplicate', { target: 'croissant', dx: -0.15, scale: 2 }]],
  ],
  ['fill this with the texture of the table', [['remove', { source: at('table') }]], pointing],
  ['brighten this, darken everything else', [['adjust', { exposure: 0.5 }], ['adjust', { exposure: -0.5 }, rest]], pointing], // prettier-ignore
  ['same for @2', [['adjust', { exposure: 0.25 }, mask(2)]], { ...named, ...afterwards(['adjust', { exposure: 0.25 }, mask(1)]) }], // prettier-ignore
  ['everything but @dog a little darker', [['adjust', { exposure: -0.25 }, not(1)]], named],
  [
    'swap the paper bag for a wicker basket',
    [['replace', { target: 'paper bag', prompt: 'a wicker basket' }]],
  ],
];

export const bakersTalks: Talk[] = [
  {
    messages: [
      ['darken the sky', [['adjust', { target: 'sky', exposure: -0.5 }]]],
      ['a bit less', [['adjust', { target: 'sky', exposure: -0.37 }]], 'instead'],
      ['now brighten everything else', [['adjust', { exposure: 0.5 }, but('sky')]]],
    ],
  },
  {
    messages: [
      ['make @1 warmer', [['adjust', { temperature: 0.3 }, mask(1)]]],
      ['the same for @2', [['adjust', { temperature: 0.3 }, mask(2)]]],
      ['undo that', 'undo'],
    ],
    regions: named.regions,
  },
  {
    messages: [
      ['add a vignette', [['vignette', { amount: 0.5 }]]],
      ['stronger', [['vignette', { amount: 0.75 }]], 'instead'],
      ['hmm, a touch less', [['vignette', { amount: 0.56 }]], 'instead'],
    ],
  },
  {
    messages: [
      ['paint the door red', [['recolour', { target: 'door', colour: '#ff0000' }]]],
      ['no, blue', [['recolour', { target: 'door', colour: '#0000ff' }]], 'instead'],
      ['and the window frames as well', [['recolour', { target: 'window frames', colour: '#0000ff' }]]],
    ],
  },
];

/** They look like commands. */
export const bakersTraps: Case[] = [
  ['did you remove the dog?', 'refused'],
  ['why is the background blurred', 'refused'],
  ['what would happen if I cropped this to a square?', 'refused', pointing],
  ['is removing the background hard?', 'refused'],
  ["please don't delete the background", 'refused'],
  ["I don't want you to remove anything", 'refused'],
  ["don't crop it", 'refused'],
  ["no, don't blur that", 'refused', pointing],
  ['do not make it black and white', 'refused'],
  ['never touch her face', 'refused'],
  ["let's not remove the sign", 'refused'],
  ["I'd rather you didn't erase the dog", 'refused'],
  ['there is no need to sharpen it', 'refused'],
  ['you should not have removed the tree', 'refused'],
  ['she said "remove the dog"', 'refused'],
  ['my mum told me to delete the photo', 'refused'],
  ['the sign says "remove shoes"', 'refused'],
  ['"erase everything" is what the client wrote', 'refused'],
  ['if I removed the dog, would it look empty?', 'refused'],
  ['imagine I had removed the background', 'refused'],
  ['suppose we crop it', 'refused'],
  ['I might remove the dog later', 'refused'],
  ['maybe I will blur the background tomorrow', 'refused'],
  ['I was thinking about cutting out the dog but I am not sure', 'refused'],
  ['rm -rf /', 'refused'],
  ['git reset --hard', 'refused'],
  ['delete the spreadsheet', 'refused'],
  ['close all the windows', 'refused'],
  ['remove my account', 'refused'],
  ['clear the cache', 'refused'],
  ['empty the trash', 'refused'],
  ['delete the last email', 'refused'],
  ['uninstall the app', 'refused'],
  ['cancel', 'refused'],
  ['how many people did you remove', 'refused'],
  ['when did the dog disappear?', 'refused'],
  ['leave everything as it is', 'refused'],
  ['keep the background', 'refused'],
  ["it's fine, don't change anything", 'refused'],
  ['anything but a crop', 'refused'],
];
