/** A thirty-sixth set: sixty-four requests, of them talks, and forty traps, before the planner was tried on it. */
import { but, pointing, rest, type Case, type Talk } from './case.ts';
import { mask, named } from './mentions.ts';

export const millers: Case[] = [
  ['get rid of the trash on the sidewalk', [['remove', { target: 'trash on the sidewalk' }]]],
  ['remove the rubbish from the pavement please', [['remove', { target: 'rubbish from the pavement' }]]],
  ['my forehead is super shiny can you tone it down', [['adjust', { target: 'forehead', highlights: -0.3 }]]],
  ['cut out my cat and put her on a pink background', [['replace-background', { target: 'cat', colour: '#ffc0cb' }]]], // prettier-ignore
  ['make it look like an old polaroid', [['film-look', { look: 'faded', amount: 1 }]]],
  ['more blue in the sky', [['adjust', { target: 'sky', temperature: -0.3 }]]],
  ['could you make the bouquet pop', [['adjust', { target: 'bouquet', vibrance: 0.3 }]]],
  ['her dress is a bit overexposed, bring it down a third of a stop', [['adjust', { target: 'her dress', exposure: -0.33 }]]], // prettier-ignore
  ['straighten the horizon and crop to 16:9', [['straighten'], ['crop', { aspect: 16 / 9 }]]],
  ['soft vignette around the couple', [['vignette', { target: 'couple', amount: 0.25 }]]],
  ['can you make disappear the car behind the house', [['remove', { target: 'car behind the house' }]]],
  ['the photo is too much dark, please make lighter', [['adjust', { exposure: 0.5 }]]],
  ['I want the wall in white colour', [['recolour', { target: 'wall', colour: '#ffffff' }]]],
  ['please cut the people out and take away the background', [['cut-out', { target: 'people' }]]],
  ['brighten the bathroom by 20 percent and straighten the verticals', [['adjust', { target: 'bathroom', exposure: 0.26 }], ['perspective', { upright: 'auto' }]]], // prettier-ignore
  ['add more lawn at the bottom', [['extend', { bottom: 0.25 }]]],
  ['hide the house number', [['pixelate', { target: 'house number', amount: 0.5 }]]],
  ['can you sharpin the photo its all blury', [['sharpen', { amount: 0.5 }]]],
  ['please take the red out of the sky', 'refused'],
  ['take that ugly fence away would you love', [['remove', { target: 'ugly fence' }]]],
  ['rotate it to the right once', [['rotate', { degrees: 90 }]]],
  ['okay make the whole thing a bit brighter and then add some contrast and sharpen it', [['adjust', { exposure: 0.25 }], ['adjust', { contrast: 0.3 }], ['sharpen', { amount: 0.5 }]]], // prettier-ignore
  ['remove the power lines the antenna and the satellite dish', [['remove', { target: 'power lines the antenna and the satellite dish' }]]], // prettier-ignore
  ['sky darker grass greener', [['adjust', { target: 'sky', exposure: -0.5 }], ['adjust', { target: 'grass', tint: -0.3 }]]], // prettier-ignore
  [
    'crop square, +10 contrast',
    [
      ['crop', { aspect: 1 }],
      ['adjust', { contrast: 0.1 }],
    ],
  ],
  ['desaturate 50%', [['adjust', { saturation: -0.5 }]]],
  ['enlarge 200%', [['resize', { factor: 2 }]]],
  ['flip vertical', [['flip', { axis: 'vertical' }]]],
  ["I'd appreciate it if the shadows could be lifted a little bit", [['adjust', { shadows: 0.15 }]]],
  ['Is there any chance you could remove the stain on his tie and whiten his shirt?', [['remove', { target: 'stain on his tie' }], ['adjust', { target: 'his shirt', exposure: 0.25, saturation: -0.3 }]]], // prettier-ignore
  ['sharpen everything but the background', [['sharpen', { amount: 0.5 }, but('background')]]],
  ['make only the eyes blue', [['recolour', { target: 'eyes', colour: '#0000ff' }]]],
  ["don't crop, just straighten", [['straighten']]],
  ['brighter, but not the candle', [['adjust', { exposure: 0.5 }, but('candle')]]],
  ['duplicate the lantern to the right and make it a bit darker', [['duplicate', { target: 'lantern', dx: 0.15 }], ['adjust', { target: 'copy', exposure: -0.25 }]]], // prettier-ignore
  [
    'blur this and darken the rest',
    [
      ['blur', { amount: 0.5 }],
      ['adjust', { exposure: -0.5 }, rest],
    ],
    pointing,
  ],
  ['make this turquoise and a little brighter', [['recolour', { colour: '#40e0d0' }], ['adjust', { exposure: 0.25 }]], pointing], // prettier-ignore
  ['remove @1 but keep @2', [['remove', {}, mask(1)]], named],
  ['replace the mug with a teapot', [['replace', { target: 'mug', prompt: 'a teapot' }]]],
  ['add a rainbow above the mill', [['add', { prompt: 'a rainbow above the mill' }]]],
];

export const millersTalks: Talk[] = [
  {
    messages: [
      ['remove the sign', [['remove', { target: 'sign' }]]],
      ['now make it black and white', [['black-and-white']]],
      ['hmm, undo that', 'undo'],
      ['sepia instead', [['film-look', { look: 'sepia', amount: 1 }]]],
    ],
  },
  {
    messages: [
      ['brighten @1', [['adjust', { exposure: 0.5 }, mask(1)]]],
      ['a bit more', [['adjust', { exposure: 0.63 }, mask(1)]], 'instead'],
      ['the same for @2 please', [['adjust', { exposure: 0.63 }, mask(2)]]],
      ['and blur everything else', [['blur-background', { amount: 0.5 }, mask(2)]]],
    ],
    regions: named.regions,
  },
  {
    messages: [
      ['make the sail red', [['recolour', { target: 'sail', colour: '#ff0000' }]]],
      ['I meant orange', [['recolour', { target: 'sail', colour: '#ffa500' }]], 'instead'],
      ['now the same with the flag', [['recolour', { target: 'flag', colour: '#ffa500' }]]],
      ['undo it', 'undo'],
    ],
  },
  {
    messages: [
      ['rotate it by 5 degrees', [['rotate', { degrees: 5 }]]],
      ['a little less', [['rotate', { degrees: 3.75 }]], 'instead'],
      ['now crop it to 4:5', [['crop', { aspect: 0.8 }]]],
      ['and add a subtle vignette', [['vignette', { amount: 0.25 }]]],
    ],
  },
  {
    messages: [
      ['add a bit of contrast', [['adjust', { contrast: 0.15 }]]],
      ['double that', [['adjust', { contrast: 0.3 }]], 'instead'],
      ['do it again', [['adjust', { contrast: 0.3 }]]],
      ['too strong', [['adjust', { contrast: 0.15 }]], 'instead'],
    ],
  },
  {
    messages: [
      ['blur the road', [['blur', { target: 'road', amount: 0.5 }]]],
      ['sharpen the rest', [['sharpen', { amount: 0.5 }, but('road')]]],
      ['warmer', [['adjust', { temperature: 0.3 }]]],
      ['a lot warmer', [['adjust', { temperature: 0.6 }]]],
    ],
  },
];

export const millersTraps: Case[] = [
  ['can you tell me if the cat was removed?', 'refused'],
  ['would it hurt to crop a little?', 'refused'],
  ['what is the difference between remove and cut out', 'refused'],
  ['who told you to blur that', 'refused'],
  ['did I already crop this one', 'refused'],
  ['is deleting a layer reversible?', 'refused'],
  ['why is there a delete button', 'refused'],
  ['what happens to the photo when I erase something', 'refused'],
  ['how many times can I undo', 'refused'],
  ['which one should I remove', 'refused'],
  ['please never remove the miller', 'refused'],
  ["don't you dare delete the mill", 'refused'],
  ['I do not wish to crop it', 'refused'],
  ['removing the mill is out of the question', 'refused'],
  ['we agreed not to erase the logo', 'refused'],
  ["it's not necessary to remove the cat", 'refused'],
  ['erase nothing at all', 'refused'],
  ["I can't have the dog removed", 'refused'],
  ['no need for cropping', 'refused'],
  ['neither remove nor blur anything', 'refused'],
  ['in the email she asked "can you delete this photo"', 'refused'],
  ['the error says cannot remove file', 'refused'],
  ['he shouted delete everything', 'refused'],
  ['the tutorial starts with remove the background', 'refused'],
  ['write down: crop the dog', 'refused'],
  ['if you had to remove one thing, what would it be', 'refused'],
  ['say I wanted to erase the mill, how would I', 'refused'],
  ['it could have been cropped better', 'refused'],
  ['I almost deleted the wrong one', 'refused'],
  ['I am about to cut out the cat, is that ok', 'refused'],
  ['remove the line break', 'refused'],
  ['delete the comment below', 'refused'],
  ['kill the server', 'refused'],
  ['cut the budget by half', 'refused'],
  ['clear the console', 'refused'],
  ['remove user bob', 'refused'],
  ['erase the disk', 'refused'],
  ['crop insurance quote', 'refused'],
  ['cancel my subscription', 'refused'],
  ['remove that from my basket', 'refused'],
];
