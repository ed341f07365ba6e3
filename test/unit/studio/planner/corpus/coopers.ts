/** A thirty-seventh set: sixty requests, a third of them awkward, of them talks, and forty traps, before the planner was tried on it. */
import { at, but, large, pointing, rest, type Case, type Talk } from './case.ts';
import { mask, named } from './mentions.ts';

const white = '#ffffff';

export const coopers: Case[] = [
  // Everyday
  ['remove the watermark in the corner', [['remove', { target: 'watermark in the corner' }]]],
  ['can you erase the tattoo on his arm?', [['remove', { target: 'tattoo on his arm' }]]],
  ['I need the background gone', [['cut-out']]],
  ['white background with a light shadow', [['replace-background', { colour: white, shadow: 0.25 }]]],
  ['blur the background a lot', [['blur-background', { amount: 0.8 }]]],
  ['pixelate all licence plates', [['pixelate', { target: 'licence plates', amount: 0.5 }]]],
  ['make the barrel a bit lighter', [['adjust', { target: 'barrel', exposure: 0.25 }]]],
  ['a little less saturation please', [['adjust', { saturation: -0.15 }]]],
  ['too much contrast', [['adjust', { contrast: -0.3 }]]],
  ['warm the picture up by 20%', [['adjust', { temperature: 0.2 }]]],
  ['recover the highlights in the clouds', [['adjust', { target: 'clouds', highlights: -0.3 }]]],
  ['auto enhance', [['enhance', { amount: 0.5 }]]],
  ['oil painting, subtle', [['stylise', { style: 'oil', amount: 0.25 }]]],
  ['give it a cinematic look', [['film-look', { look: 'teal-orange', amount: 1 }]]],
  ['colour the barrel dark brown', [['recolour', { target: 'barrel', colour: '#5b1717' }]]],
  ['change the colour of the curtains to olive', [['recolour', { target: 'curtains', colour: '#808000' }]]],
  ['crop in on the cooper', [['crop', { target: 'cooper' }]]],
  ['rotate the image 12 degrees clockwise', [['rotate', { degrees: 12 }]]],
  ['mirror it', [['flip', { axis: 'horizontal' }]]],
  ['make it 1200 pixels high', [['resize', { height: 1200 }]]],
  ['double the resolution', [['upscale', { factor: 2 }]]],
  ['extend it to 16:9', [['extend', { aspect: 16 / 9 }]]],
  ['move the hammer 20% to the left', [['transform', { target: 'hammer', dx: -0.2 }]]],
  ['make the hammer 50% bigger', [['transform', { target: 'hammer', scale: 1.5 }]]],
  ['copy the bucket to the right', [['duplicate', { target: 'bucket', dx: 0.15 }]]],
  ['remove the bucket and fill it with the floor on the left', [['remove', { target: 'bucket', source: at('floor on the left') }]]], // prettier-ignore
  ['select the barrel', [['image-segmentation/segment', { target: 'barrel' }]]],
  ['smooth the skin a bit, whiten the teeth and brighten the eyes', [['stylise', { target: 'skin', style: 'smooth', amount: 0.25 }], ['adjust', { target: 'teeth', exposure: 0.25, saturation: -0.3 }], ['adjust', { target: 'eyes', exposure: 0.5 }]]], // prettier-ignore
  // Awkward
  ['Make it darker — no, brighter.', [['adjust', { exposure: 0.5 }]]],
  ['crop to 1:1. Wait, no, 4:5.', [['crop', { aspect: 0.8 }]]],
  ['remove the man, sorry, I mean remove the dog', [['remove', { target: 'dog' }]]],
  ["don't blur the barrel, blur the background", 'refused'],
  ["don't you think it should be a bit brighter?", [['adjust', { exposure: 0.25 }]]],
  ['not the barrel, the bucket', 'refused'],
  ['nothing fancy, just sharpen it', [['sharpen', { amount: 0.5 }]]],
  ["I don't like how dark it is, brighten it", [['adjust', { exposure: 0.5 }]]],
  ['keep the barrel in colour, everything else black and white', [['black-and-white', {}, but('barrel')]]],
  ['everything black and white, only the apron stays red', [['black-and-white', {}, but('apron')]]],
  ['leave the cooper alone but blur the others', [['blur-background', { target: 'cooper', amount: 0.5 }]]],
  ['sharpen the eyes, the hair too', [['sharpen', { target: 'eyes', amount: 0.5 }], ['sharpen', { target: 'hair', amount: 0.5 }]]], // prettier-ignore
  ['brighten the left a bit and the right a lot', [['adjust', { target: 'left', exposure: 0.25 }], ['adjust', { target: 'right', exposure: 1 }]]], // prettier-ignore
  [
    'make this twice as big and move it up by 100 pixels',
    [['transform', { scale: 2, dy: -0.0333 }]],
    { ...pointing, ...large },
  ],
  ['duplicate this, flip the copy and make it darker', [['duplicate', { mirror: 'horizontal' }], ['adjust', { target: 'copy', exposure: -0.5 }]], pointing], // prettier-ignore
  [
    'darken everything but @1 and @2',
    [['adjust', { exposure: -0.5 }, { ...mask(1, 2), inverted: true }]],
    named,
  ],
  ['everything outside this should be desaturated', [['adjust', { saturation: -0.3 }, rest]], pointing],
  ['erase @the-sky', [['remove', {}, mask(2)]], named],
  ['write COOPER & SONS on the barrel', 'refused'],
  ['make the barrel talk', 'refused'],
];

export const coopersTalks: Talk[] = [
  {
    messages: [
      ['crop it to a square', [['crop', { aspect: 1 }]]],
      ['no, 4:5', [['crop', { aspect: 0.8 }]], 'instead'],
      ['ok now sharpen it a bit', [['sharpen', { amount: 0.25 }]]],
      ['more', [['sharpen', { amount: 0.38 }]], 'instead'],
    ],
  },
  {
    messages: [
      ['darken the wall', [['adjust', { target: 'wall', exposure: -0.5 }]]],
      ['also the floor', [['adjust', { target: 'floor', exposure: -0.5 }]]],
      ['half as much', [['adjust', { target: 'floor', exposure: -0.25 }]], 'instead'],
      ['never mind, undo that', 'undo'],
    ],
  },
  {
    messages: [
      ['blur this', [['blur', { amount: 0.5 }, at('hoop')]]],
      ['a touch more', [['blur', { amount: 0.63 }, at('hoop')]], 'instead'],
      ['now darken everything else', [['adjust', { exposure: -0.5 }, but('hoop')]]],
      ["and don't touch anything else", 'refused'],
    ],
    selection: { region: at('hoop') },
  },
];

export const coopersTraps: Case[] = [
  ['may I ask what you removed', 'refused'],
  ['are barrels easy to cut out?', 'refused'],
  ['is there an undo after deleting?', 'refused'],
  ['could the dog have been erased by mistake', 'refused'],
  ['what would you remove?', 'refused'],
  ['does the crop keep the original size', 'refused'],
  ['why not delete it, you ask?', 'refused', pointing],
  ['was the background white before', 'refused'],
  ['how do you make it black and white', 'refused'],
  ['where can I find the remove button', 'refused'],
  ['no removing', 'refused'],
  ["don't ever crop my photos", 'refused'],
  ["I can't let you delete that", 'refused', pointing],
  ['the barrel should not be removed', 'refused'],
  ['refuse to remove the dog', 'refused'],
  ['you better not erase it', 'refused', pointing],
  ['anything but removing the dog', 'refused'],
  ['keep the dog, whatever happens', 'refused'],
  ['nobody wants the dog cut out', 'refused'],
  ['not now', 'refused'],
  ['"Blur the background." That was the task yesterday.', 'refused'],
  ['my daughter keeps typing remove remove remove', 'refused'],
  ['the word delete has six letters', 'refused'],
  ['a song called erase me', 'refused'],
  ['it says "cut here" on the box', 'refused'],
  ['if I asked you to delete everything, would you?', 'refused'],
  ['supposing the barrel were removed', 'refused'],
  ['one day this dog will be erased from history', 'refused'],
  ['I could have cropped it myself', 'refused'],
  ['he would have wanted it black and white', 'refused'],
  ['delete my search history', 'refused'],
  ['wipe my phone', 'refused'],
  ['remove the password', 'refused'],
  ['clear all tabs', 'refused'],
  ['cut the call', 'refused'],
  ['copy the file to my desktop', 'refused'],
  ['erase the hard drive', 'refused'],
  ['delete the branch on github', 'refused'],
  ['remove me from the mailing list', 'refused'],
  ['crop the PDF', 'refused'],
];
