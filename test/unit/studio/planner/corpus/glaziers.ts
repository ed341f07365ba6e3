/** A thirty-eighth set: sixty requests, of them talks, and twenty traps, before the planner was tried on it. */
import { but, pointing, rest, type Case, type Talk } from './case.ts';
import { mask, named } from './mentions.ts';

const white = '#ffffff';

export const glaziers: Case[] = [
  ['remove the crack in the window', [['remove', { target: 'crack in the window' }]]],
  [
    'please get rid of the ladder leaning on the wall',
    [['remove', { target: 'ladder leaning on the wall' }]],
  ],
  ['yo erase that dude behind me', [['remove', { target: 'dude behind me' }]]],
  ['I really do not want the bin in the shot', [['remove', { target: 'bin' }]]],
  ['can the scaffolding be taken out?', [['remove', { target: 'scaffolding' }]]],
  ['cut the vase out please', [['cut-out', { target: 'vase' }]]],
  ['lose the background', [['cut-out']]],
  ['put the vase on a beige background', [['replace-background', { target: 'vase', colour: '#f5f5dc' }]]],
  ['swap the background for plain white', [['replace-background', { colour: white }]]],
  ['blur what is behind the woman', [['blur-background', { target: 'woman', amount: 0.5 }]]],
  ['blur his face', [['blur', { target: 'his face', amount: 0.5 }]]],
  ['censor the sign heavily', [['pixelate', { target: 'sign', amount: 0.8 }]]],
  ['brighten up the room', [['adjust', { target: 'room', exposure: 0.5 }]]],
  ['make the shop window a lot darker', [['adjust', { target: 'shop window', exposure: -1 }]]],
  ['the whole thing is a bit too cold', [['adjust', { temperature: 0.15 }]]],
  ['contrast up 15 %', [['adjust', { contrast: 0.15 }]]],
  ['less vibrant please', [['adjust', { vibrance: -0.3 }]]],
  ['lift the shadows a little', [['adjust', { shadows: 0.15 }]]],
  ['exposure -0.5', [['adjust', { exposure: -0.5 }]]],
  ['add some clarity to the glass', [['clarity', { target: 'glass', amount: 0.5 }]]],
  ['heavy vignette', [['vignette', { amount: 0.8 }]]],
  ['noir please', [['film-look', { look: 'noir', amount: 1 }]]],
  ['turn the photo into a watercolor', [['stylise', { style: 'watercolour', amount: 0.5 }]]],
  ['convert it to greyscale', [['black-and-white']]],
  ['paint the frame white', [['recolour', { target: 'frame', colour: '#ffffff' }]]],
  ['sharpen it slightly', [['sharpen', { amount: 0.25 }]]],
  ['get the grain out of the sky', [['denoise', { target: 'sky', amount: 0.5 }]]],
  ['crop to the window', [['crop', { target: 'window' }]]],
  ['trim it to 5:7', [['crop', { aspect: 5 / 7 }]]],
  ['rotate left twice', 'refused'],
  ['flip the photo horizontally', [['flip', { axis: 'horizontal' }]]],
  ['shrink it to 25 %', [['resize', { factor: 0.25 }]]],
  ['straighten it by 1.5 degrees', [['straighten', { degrees: 1.5 }]]],
  ['the church is leaning back, straighten it', [['perspective', { upright: 'auto' }]]],
  ['add space on the left for text', [['extend', { left: 0.25 }]]],
  ['shift the lamp down a bit', [['transform', { target: 'lamp', dy: 0.05 }]]],
  ['make a copy of the lamp on the left and make it smaller', [['duplicate', { target: 'lamp', dx: -0.15, scale: 0.75 }]]], // prettier-ignore
  ['replace the old lamp with a chandelier', [['replace', { target: 'old lamp', prompt: 'a chandelier' }]]],
  ['remove the ladder, brighten the room and straighten the verticals', [['remove', { target: 'ladder' }], ['adjust', { target: 'room', exposure: 0.5 }], ['perspective', { upright: 'auto' }]]], // prettier-ignore
  ['sharpen everything except the curtains', [['sharpen', { amount: 0.5 }, but('curtains')]]],
  ['leave the glass as it is and darken the frame', [['adjust', { target: 'frame', exposure: -0.5 }]]],
  ['no, make it cooler', [['adjust', { temperature: -0.3 }]]],
  ['make this green and blur everything else', [['recolour', { colour: '#008000' }], ['blur-background', { amount: 0.5 }]], pointing], // prettier-ignore
  ['all except this in sepia', [['film-look', { look: 'sepia', amount: 1 }, rest]], pointing],
  [
    'brighten @1, darken @2',
    [
      ['adjust', { exposure: 0.5 }, mask(1)],
      ['adjust', { exposure: -0.5 }, mask(2)],
    ],
    named,
  ],
  ["don't sharpen it, denoise it instead", [['denoise', { amount: 0.5 }]]],
  ['make it brighter, sorry, darker', [['adjust', { exposure: -0.5 }]]],
  ['clone the plant to the right and make the copy a bit brighter', [['duplicate', { target: 'plant', dx: 0.15 }], ['adjust', { target: 'copy', exposure: 0.25 }]]], // prettier-ignore
];

export const glaziersTalks: Talk[] = [
  {
    messages: [
      ['make the frame blue', [['recolour', { target: 'frame', colour: '#0000ff' }]]],
      ['green instead', [['recolour', { target: 'frame', colour: '#008000' }]], 'instead'],
      ['same for the door', [['recolour', { target: 'door', colour: '#008000' }]]],
      ['undo that', 'undo'],
    ],
  },
  {
    messages: [
      ['lighten @1 a bit', [['adjust', { exposure: 0.25 }, mask(1)]]],
      ['a bit less', [['adjust', { exposure: 0.19 }, mask(1)]], 'instead'],
      ['do the same for @2', [['adjust', { exposure: 0.19 }, mask(2)]]],
      ['sharpen everything else', [['sharpen', { amount: 0.5 }, { ...mask(2), inverted: true }]]],
    ],
    regions: named.regions,
  },
  {
    messages: [
      ['add a warm film look', [['film-look', { look: 'golden', amount: 1 }]]],
      ['a lot less', [['film-look', { look: 'golden', amount: 0.25 }]], 'instead'],
      ['and crop it to 3:2', [['crop', { aspect: 1.5 }]]],
      ['make it 2:3 instead', [['crop', { aspect: 2 / 3 }]], 'instead'],
    ],
  },
];

export const glaziersTraps: Case[] = [
  ['did the crack disappear?', 'refused'],
  ['how is the glass removed', 'refused'],
  ['was it you who erased the lamp', 'refused'],
  ['would cropping help', 'refused'],
  ['please do not replace the background', 'refused'],
  ['no blur please', 'refused'],
  ["I'm not sure I want to remove it", 'refused', pointing],
  ['you were right not to crop it', 'refused'],
  ['the manual says to remove the foil', 'refused'],
  ['"cut out the glass" is on my list', 'refused'],
  ['if it were up to me I would erase the ladder', 'refused'],
  ['somebody removed the ladder already', 'refused'],
  ['I hope you never delete my pictures', 'refused'],
  ['hide the taskbar', 'refused'],
  ['delete the folder', 'refused'],
  ['remove printer', [['remove', { target: 'printer' }]]],
  ['close the window', 'refused'],
  ['clear the screen', 'refused'],
  ['without cropping', 'refused'],
  ['it would be a shame to erase the ladder', 'refused'],
];
