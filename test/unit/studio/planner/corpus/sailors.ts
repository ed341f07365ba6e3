/** A thirty-third set: sixty requests, of them talks, and forty traps, before the planner was tried on it. */
import { at, but, large, pointing, rest, withBeach, without, beach, type Case, type Talk } from './case.ts';
import { mask, named } from './mentions.ts';

const white = '#ffffff';

export const sailors: Case[] = [
  // A car dealer
  ['take the number plate off the van', [['remove', { target: 'number plate' }]]],
  ['blank out the registration', [['pixelate', { target: 'registration', amount: 0.5 }]]],
  ['the bonnet looks dull, give it more shine', 'refused'],
  [
    'get rid of the reflection of me in the windscreen',
    [['remove', { target: 'reflection of me in the windscreen' }]],
  ],
  ['background off, plain light grey instead', [['replace-background', { colour: '#d3d3d3' }]]],
  // A teacher
  [
    'please hide the faces of all the children',
    [['pixelate', { target: 'faces of all the children', amount: 0.5 }]],
  ],
  [
    'could the writing on the blackboard be sharper?',
    [['sharpen', { target: 'writing on the blackboard', amount: 0.5 }]],
  ],
  ['make the paper in the photo brighter and the ink darker', [['adjust', { target: 'paper', exposure: 0.5 }], ['adjust', { target: 'ink', exposure: -0.5 }]]], // prettier-ignore
  ['crop away everything except the worksheet', [['crop', { target: 'worksheet' }]]],
  // A dog owner
  ['the leash needs to go', [['remove', { target: 'leash' }]]],
  ['make Bella’s eyes brighter', [['adjust', { target: 'Bella’s eyes', exposure: 0.5 }]]],
  ['only keep the puppy', [['cut-out', { target: 'puppy' }]]],
  ['sharpen the fur quite a bit', [['sharpen', { target: 'fur', amount: 0.8 }]]],
  ['can you put the dog on a soft pink background with a little shadow', [['replace-background', { target: 'dog', colour: '#ffc0cb', shadow: 0.25 }]]], // prettier-ignore
  // A student in a hurry
  ['bw', [['black-and-white']]],
  ['rot 180', [['rotate', { degrees: 180 }]]],
  ['crop 3:2', [['crop', { aspect: 1.5 }]]],
  [
    'upscale x2 then sharpen',
    [
      ['upscale', { factor: 2 }],
      ['sharpen', { amount: 0.5 }],
    ],
  ],
  [
    'sat +20 temp -10',
    [
      ['adjust', { saturation: 0.2 }],
      ['adjust', { temperature: -0.1 }],
    ],
  ],
  // Non-native speakers
  [
    'I would like to have removed the tourist in the middle',
    [['remove', { target: 'tourist in the middle' }]],
  ],
  ['make the face of my wife little more clear', [['sharpen', { target: 'face of my wife', amount: 0.25 }]]],
  ['please to blur the back ground strong', [['blur-background', { amount: 0.8 }]]],
  ['how can I say... make it more warm and less dark', [['adjust', { temperature: 0.3, exposure: 0.5 }]]],
  [
    'delete me the cables who hang over the street',
    [['remove', { target: 'cables who hang over the street' }]],
  ],
  ['it misses contrast', [['adjust', { contrast: 0.3 }]]],
  // Old and polite
  ['Good afternoon. Might I ask you to remove the gentleman standing behind my sister? Many thanks.', [['remove', { target: 'gentleman standing behind my sister' }]]], // prettier-ignore
  ['It would please me if the photograph were a bit lighter.', [['adjust', { exposure: 0.25 }]]],
  ['Be a dear and turn this one the right way up, it is upside down', [['rotate', { degrees: 180 }]]],
  ['the colours have faded over the years, bring them back', [['adjust', { vibrance: 0.3 }]]],
  // Speech to text
  ['okay remove the guy on the bike and also the bike', [['remove', { target: 'guy on the bike' }], ['remove', { target: 'bike' }]]], // prettier-ignore
  ['so I want the sky to be darker and the grass to be greener', [['adjust', { target: 'sky', exposure: -0.5 }], ['adjust', { target: 'grass', tint: -0.3 }]]], // prettier-ignore
  ['make it a little warmer not too much', [['adjust', { temperature: 0.15 }]]],
  ['take that lamp out and fill the hole with what is around it', [['remove', { target: 'lamp' }]]],
  // Amounts
  ['drop the exposure a third of a stop', [['adjust', { exposure: -0.33 }]]],
  ['saturation down by a quarter', [['adjust', { saturation: -0.25 }]]],
  ['rotate it 3 degrees anticlockwise', [['rotate', { degrees: -3 }]]],
  ['add 15 % on top and 10 % at the bottom', [['extend', { top: 0.15, bottom: 0.1 }]]],
  ['move it 300 px to the right', [['transform', { dx: 0.075 }]], { ...pointing, ...large }],
  ['shrink the logo to half', [['transform', { target: 'logo', scale: 0.5 }]]],
  // Negations and exceptions
  ["I don't want it black and white, I want it sepia", [['film-look', { look: 'sepia', amount: 1 }]]],
  ['warm up everything except for her dress', [['adjust', { temperature: 0.3 }, but('her dress')]]],
  ["don't remove the boat, just make it a bit smaller", [['transform', { target: 'boat', scale: 0.85 }]]],
  [
    'darken the water but please leave the sail alone',
    [['adjust', { exposure: -0.5 }, without('water', 'sail')]],
  ],
  // References, photos, selections
  ['use the beach photo for the background', [['replace-background', { photo: beach }]], withBeach],
  ['colour this emerald green', [['recolour', { colour: '#50c878' }]], pointing],
  ['desaturate all but this', [['black-and-white', {}, rest]], pointing],
  ['lighten @1 and @2 a little', [['adjust', { exposure: 0.25 }, mask(1, 2)]], named],
  ['patch this using the wood on the left', [['remove', { source: at('wood on the left') }]], pointing],
];

export const sailorsTalks: Talk[] = [
  {
    messages: [
      ['blur the background', [['blur-background', { amount: 0.5 }]]],
      ['more', [['blur-background', { amount: 0.75 }]], 'instead'],
      ['ok and now warm it up a bit', [['adjust', { temperature: 0.15 }]]],
      ['twice as much', [['adjust', { temperature: 0.3 }]], 'instead'],
    ],
  },
  {
    messages: [
      ['sharpen the mast', [['sharpen', { target: 'mast', amount: 0.5 }]]],
      ['the same for the flag', [['sharpen', { target: 'flag', amount: 0.5 }]]],
      ['not so strong', [['sharpen', { target: 'flag', amount: 0.25 }]], 'instead'],
      ['go back', 'undo'],
    ],
  },
  {
    messages: [
      ['put the anchor on a white background', [['replace-background', { target: 'anchor', colour: white }]]],
      ['make it black instead', [['replace-background', { target: 'anchor', colour: '#000000' }]], 'instead'],
      [
        'with a soft shadow',
        [['replace-background', { target: 'anchor', colour: '#000000', shadow: 0.5 }]],
        'instead',
      ],
      ['perfect, now crop it to a square', [['crop', { aspect: 1 }]]],
    ],
  },
];

export const sailorsTraps: Case[] = [
  ['can I undo a crop?', 'refused'],
  ['what does sharpen do?', 'refused'],
  ['is it better to crop or to extend?', 'refused'],
  ['which layer did you blur', 'refused'],
  ['have you removed the background yet?', 'refused'],
  ['why would anyone delete the sky', 'refused'],
  ['do I have to cut out the dog first?', 'refused'],
  ['where did the lamp go', 'refused'],
  ['who erased the boat?', 'refused'],
  ['can this program remove people?', 'refused'],
  ["please don't remove the boat", 'refused'],
  ["you mustn't crop her feet off", 'refused'],
  ['under no circumstances delete the logo', 'refused'],
  ['by no means remove the text', 'refused'],
  ["I wouldn't remove the sign if I were you", 'refused'],
  ['without removing anything', 'refused'],
  ['stop blurring', 'refused'],
  ['nobody asked you to remove the dog', 'refused'],
  ["there's nothing to remove", 'refused'],
  ['removing the dog would be a mistake', 'refused'],
  ['“delete the background” he said', 'refused'],
  ['the button called "remove" is missing', 'refused'],
  ['she always says crop it to a square', 'refused'],
  ['the instructions say: erase the pencil marks', 'refused'],
  ['if only I could remove my ex', 'refused'],
  ['if we removed the mast it would look odd', 'refused'],
  ['I could crop it, but why', 'refused'],
  ['I should probably delete this one day', 'refused', pointing],
  ['someday I will learn how to cut out hair', 'refused'],
  ['I used to blur the background in another app', 'refused'],
  ['shut down the computer', 'refused'],
  ['remove all files in downloads', 'refused'],
  ['delete row 5', 'refused'],
  ['drop table users', 'refused'],
  ['erase my browsing history', 'refused'],
  ['crop my salary', 'refused'],
  ['mute the microphone', 'refused'],
  ['sudo remove everything', 'refused'],
  ['yesterday I removed the background of this photo', 'refused'],
  ['the background was removed by mistake', 'refused'],
];
