/** A thirty-fourth set: sixty requests, of them talks, and forty traps, before the planner was tried on it. */
import { afterwards, but, large, pointing, rest, whole, type Case, type Talk } from './case.ts';
import { mask, named, not } from './mentions.ts';

export const tailors: Case[] = [
  // Teenagers and friends
  ['omg my hair looks so flat can u make it shinier', 'refused'],
  ['delete my ex from this pic', [['remove', { target: 'ex' }]]],
  ['make the sunset more dramatic', [['adjust', { target: 'sunset', contrast: 0.3 }]]],
  ['whiten my teeth just a little', [['adjust', { target: 'teeth', exposure: 0.13, saturation: -0.15 }]]],
  ['put a sick vignette on it', [['vignette', { amount: 0.5 }]]],
  ['make everyone but me blurry', [['blur-background', { target: 'me', amount: 0.5 }]]],
  // Photographers
  ['bump the whites up 10', [['adjust', { highlights: 0.1 }]]],
  ['open up the shadows under the veil by 25%', [['adjust', { target: 'veil', shadows: 0.25 }]]],
  ['kill the colour noise in the dark areas', [['denoise', { target: 'dark areas', amount: 0.5 }]]],
  ['burn the edges slightly', [['vignette', { amount: 0.25 }]]],
  [
    'split the difference, half of that vignette',
    [['vignette', { amount: 0.25 }]],
    afterwards(['vignette', { amount: 0.5 }]),
  ],
  ['apply a gentle s-curve and add 10% clarity', [['curves', { points: [[0, 0], [0.25, 0.22], [0.75, 0.78], [1, 1]], channel: 'all' }], ['clarity', { amount: 0.1 }]]], // prettier-ignore
  ['clone out the light stand behind the groom', [['remove', { target: 'light stand behind the groom' }]]],
  // Sellers
  ['product on pure white, no shadow', [['replace-background', { target: 'product', colour: '#ffffff' }]]],
  ['I need the vase cut out with a natural shadow', [['cut-out', { target: 'vase', shadow: 0.5 }]]],
  ['remove price tag and dust', [['remove', { target: 'price tag and dust' }]]],
  ['make the leather a richer brown', 'refused'],
  ['square, white background, sharpen', [['crop', { aspect: 1 }], ['replace-background', { colour: '#ffffff' }], ['sharpen', { amount: 0.5 }]]], // prettier-ignore
  ['resize to 1600 by 1200', [['resize', { width: 1600, height: 1200 }]]],
  // Non-native
  ['please you make the colours more strong', [['adjust', { saturation: 0.3 }]]],
  ['I need that the text is more sharp', [['sharpen', { target: 'text', amount: 0.5 }]]],
  ['make away the shadow from the wall', [['remove', { target: 'shadow from the wall' }]]],
  ['can you do that the background is not so bright', [['adjust', { target: 'background', exposure: -0.5 }]]],
  ['cut the picture in format 16 to 9', [['crop', { aspect: 16 / 9 }]]],
  // Grandparents
  ['helo, culd you plese tern the pitcure to the left', [['rotate', { degrees: -90 }]]],
  ['My late husband is a bit dark in this one, could you lighten him up', [['adjust', { target: 'late husband', exposure: 0.5 }]]], // prettier-ignore
  [
    'there is a scratch across the photo, please remove it',
    [['remove', { target: 'scratch across the photo' }]],
  ],
  ['make the old photo less yellow dear', [['adjust', { temperature: -0.3 }]]],
  // Dictated
  ['uh crop it to the two people in the front', [['crop', { target: 'two people in the front' }]]],
  ['alright so first remove the bag on the chair then blur the background a little bit and at the end make it black and white', [['remove', { target: 'bag on the chair' }], ['blur-background', { amount: 0.25 }], ['black-and-white']]], // prettier-ignore
  ['brighten up the right hand side', [['adjust', { target: 'right hand side', exposure: 0.5 }]]],
  ['increase the exposure by zero point five', [['adjust', { exposure: 0.5 }]]],
  // Polite and long
  ['Would it be at all possible to take out the lamp post that seems to grow out of her head?', [['remove', { target: 'lamp post that seems to grow out of her head' }]]], // prettier-ignore
  ["I'd be ever so grateful if you could soften the wrinkles around her eyes a touch", [['clarity', { target: 'wrinkles around her eyes', amount: -0.25 }]]], // prettier-ignore
  ['When you have a moment, please extend the picture a little at the top so that her hat is not cut off', [['extend', { top: 0.1 }]]], // prettier-ignore
  // Not and except
  ["don't crop anything, just rotate it right", [['rotate', { degrees: 90 }]]],
  ['not brighter, darker', [['adjust', { exposure: -0.5 }]]],
  ['everything except the roses should be grey', [['black-and-white', {}, but('roses')]]],
  ['make all of it colder but keep the candle warm', [['adjust', { temperature: -0.3 }, but('candle')]]],
  ['remove the people, but not the bride', [['remove', { target: 'people' }]]],
  ['blur it, I mean sharpen it', [['sharpen', { amount: 0.5 }]]],
  // Pointing, regions, places
  ['this one in navy blue please', [['recolour', { colour: '#000080' }]], pointing],
  ['get this out of here', [['remove']], pointing],
  ['everything around this should be a tad darker', [['adjust', { exposure: -0.25 }, rest]], pointing],
  ['make the entire image cooler', [['adjust', { temperature: -0.3 }, whole]], pointing],
  ['flip @1 and move it down 5%', [['transform', { mirror: 'horizontal', dy: 0.05 }, mask(1)]], named],
  ['sharpen @dog but nothing else', [['sharpen', { amount: 0.5 }, mask(1)]], named],
  ['nudge the tie up by 30 pixels', [['transform', { target: 'tie', dy: -0.01 }]], large],
];

export const tailorsTalks: Talk[] = [
  {
    messages: [
      ['make the jacket darker', [['adjust', { target: 'jacket', exposure: -0.5 }]]],
      ['much darker', [['adjust', { target: 'jacket', exposure: -1 }]]],
      ['and the trousers too', [['adjust', { target: 'trousers', exposure: -1 }]]],
      ['undo that', 'undo'],
    ],
  },
  {
    messages: [
      ['sharpen @1', [['sharpen', { amount: 0.5 }, mask(1)]]],
      ['same for @2', [['sharpen', { amount: 0.5 }, mask(2)]]],
      ['a bit less', [['sharpen', { amount: 0.38 }, mask(2)]], 'instead'],
      ['now make everything else black and white', [['black-and-white', {}, not(2)]]],
    ],
    regions: named.regions,
  },
  {
    messages: [
      ['sepia', [['film-look', { look: 'sepia', amount: 1 }]]],
      ['half strength', [['film-look', { look: 'sepia', amount: 0.5 }]], 'instead'],
      ['actually black and white instead', [['black-and-white']]],
      ['and a vignette', [['vignette', { amount: 0.5 }]]],
    ],
  },
];

export const tailorsTraps: Case[] = [
  ['does removing the tag hurt the quality?', 'refused'],
  ['how would you crop this', 'refused', pointing],
  ['what if the background was gone, would it still work?', 'refused'],
  ['could it be that you deleted the wrong person', 'refused'],
  ['are you going to erase the dog', 'refused'],
  ['will you delete my photos after a while?', 'refused'],
  ['should the shadow be removed or not?', 'refused'],
  ["isn't the tag gone already", 'refused'],
  ['how come the vase is cut out', 'refused'],
  ['when I say remove, what happens', 'refused'],
  ["no don't", 'refused'],
  ['do not under any circumstances remove grandpa', 'refused'],
  ["you don't need to erase the tag", 'refused'],
  ["I'd hate for you to crop my head off", 'refused'],
  ['please refrain from cropping', 'refused'],
  ['nothing should be deleted', 'refused'],
  ['no more cropping please', 'refused'],
  ['it is forbidden to remove the watermark', 'refused'],
  ["let's leave the background alone", 'refused'],
  ['the vase must not be removed', 'refused'],
  ["'delete' is such a strong word", 'refused'],
  ['he wrote "crop to the dog" on a note', 'refused'],
  ['the caption reads remove before flight', 'refused'],
  ['my teacher said to never delete originals', 'refused'],
  ['they told me you could erase people', 'refused'],
  ['assuming I deleted it, could I get it back', 'refused'],
  ['were I to remove the dog, what would be there', 'refused'],
  ['I wish I had never removed it', 'refused'],
  ['in theory one could cut out the vase', 'refused'],
  ['had you removed the tag it would be better', 'refused'],
  ['delete browser cookies', 'refused'],
  ['format the drive', 'refused'],
  ['cut the power', 'refused'],
  ['remove my card details', 'refused'],
  ['clear my schedule for tomorrow', 'refused'],
  ['drop the database', 'refused'],
  ['erase line 12', 'refused'],
  ['unsubscribe me', 'refused'],
  ['kill process 4312', 'refused'],
  ['thanks for removing the tag', 'refused'],
];
