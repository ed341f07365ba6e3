/** Other backgrounds, cutting out with a shadow, lens blur. */
import { beach, but, pointing, withBeach, type Case } from './case.ts';

const white = '#ffffff';

export const backgrounds: Case[] = [
  // A colour
  ['put it on a white background', [['replace-background', { colour: white }]]],
  ['white background please', [['replace-background', { colour: white }]]],
  ['replace the background with white', [['replace-background', { colour: white }]]],
  ['change the background to light grey', [['replace-background', { colour: '#d3d3d3' }]]],
  ['make the background plain black', [['replace-background', { colour: '#000000' }]]],
  ['I need this on a pure white bg', [['replace-background', { colour: white }]], pointing],
  ['put the shoe on a white background', [['replace-background', { target: 'shoe', colour: white }]]],
  ['change the bg to #f4f4f4', [['replace-background', { colour: '#f4f4f4' }]]],
  ['swap the background for a solid green one', [['replace-background', { colour: '#008000' }]]],
  ['can I have a red studio background', [['replace-background', { colour: '#ff0000' }]]],
  ['fill the background with yellow', [['replace-background', { colour: '#ffff00' }]]],
  ['put this on a soft gray backdrop', [['replace-background', { colour: '#808080' }]], pointing],
  ['change the background colour to navy blue', [['replace-background', { colour: '#000080' }]]],
  ['background white', [['replace-background', { colour: white }]]],
  ['place the mug in front of a teal wall', [['replace-background', { target: 'mug', colour: '#008080' }]]],
  ['turn the backround blue', [['replace-background', { colour: '#0000ff' }]]],
  ['remove the background and make it white', [['replace-background', { colour: white }]]],
  [
    'delete the background and replace it with black',
    [['replace-background', { colour: '#000000' }]],
    pointing,
  ],
  [
    'cut out the mug and put it on a pale blue background',
    [['replace-background', { target: 'mug', colour: '#9999ff' }]],
  ],
  ['cut this out and put it on white', [['replace-background', { colour: white }]], pointing],
  ['tint the background orange', [['recolour', { target: 'background', colour: '#ffa500' }]]],

  // With a shadow
  [
    'put the bottle on white with a soft shadow',
    [['replace-background', { target: 'bottle', colour: white, shadow: 0.5 }]],
  ],
  ['white backdrop with a drop shadow', [['replace-background', { colour: white, shadow: 0.5 }]]],
  [
    'replace the background with beige and add a subtle shadow under it',
    [['replace-background', { colour: '#f5f5dc', shadow: 0.25 }]],
  ],
  ['cut this out with a shadow', [['cut-out', { shadow: 0.5 }]], pointing],
  ['cut out the vase and add a soft shadow', [['cut-out', { target: 'vase', shadow: 0.5 }]]],
  ['isolate the watch and give it a subtle drop shadow', [['cut-out', { target: 'watch', shadow: 0.25 }]]],
  ['transparent background with a shadow', [['cut-out', { shadow: 0.5 }]]],
  ['remove the background and add a strong contact shadow', [['cut-out', { shadow: 0.8 }]]],

  // A gradient
  ['gradient background from blue to white', [['replace-background', { colour: '#0000ff', to: white }]]],
  [
    'replace the background with a gradient from navy to teal',
    [['replace-background', { colour: '#000080', to: '#008080' }]],
  ],
  [
    'use a pink to orange gradient as the background',
    [['replace-background', { colour: '#ffc0cb', to: '#ffa500' }]],
  ],
  [
    'make the background a gradient of black and grey, left to right',
    [['replace-background', { colour: '#000000', to: '#808080', degrees: 90 }]],
  ],
  [
    'put the bottle on a white to grey gradient',
    [['replace-background', { target: 'bottle', colour: white, to: '#808080' }]],
  ],
  ['put a gradient behind the product', 'refused'],

  // A photo
  ['replace the background with the other photo', [['replace-background', { photo: beach }]], withBeach],
  ['use beach.jpg as the background', [['replace-background', { photo: beach }]], withBeach],
  [
    'put the dog in front of the beach photo',
    [['replace-background', { target: 'dog', photo: beach }]],
    withBeach,
  ],
  ['change the background to beach.jpg', [['replace-background', { photo: beach }]], withBeach],
  [
    'put this on the other picture as background',
    [['replace-background', { photo: beach }]],
    { ...withBeach, ...pointing },
  ],
  ['replace the background with my other picture', 'refused'],
  ['use forest.png as background', 'refused', withBeach],
  [
    'change the background to a beach at sunset',
    [['replace', { target: 'background', prompt: 'a beach at sunset' }]],
  ],
  [
    'replace the background with an office',
    [['replace', { target: 'background', prompt: 'an office' }]],
    withBeach,
  ],

  // None
  ['knock out the background', [['cut-out']]],
  ['get rid of the bg', [['cut-out']]],
  ['background transparent', [['cut-out']]],
  ['erase everything around the dog', [['cut-out', { target: 'dog' }]]],
  ['keep just the flower, nothing else', [['cut-out', { target: 'flower' }]]],
  ['replace the background', 'refused'],
  ['change the background', 'refused'],
  ['new background', 'refused'],

  // A lens
  ['blur the background with bokeh', [['blur-background', { amount: 0.5, highlights: 0.5 }]]],
  ['blur the background with big bokeh balls', [['blur-background', { amount: 0.5, highlights: 0.8 }]]],
  ['creamy bokeh please', [['blur-background', { amount: 0.5, highlights: 0.5 }]]],
  ['add bokeh', [['blur-background', { amount: 0.5, highlights: 0.5 }]]],
  [
    'blur the background a lot with glowing highlights',
    [['blur-background', { amount: 0.8, highlights: 0.5 }]],
  ],
  [
    'blur the background so that far things are blurrier',
    [['blur-background', { amount: 0.5, falloff: 0.5 }]],
  ],
  ['blur the background gradually', [['blur-background', { amount: 0.5, falloff: 0.5 }]]],
  [
    'blur what is behind the girl with depth',
    [['blur-background', { target: 'girl', amount: 0.5, falloff: 0.5 }]],
  ],
  ['background blur 80%', [['blur-background', { amount: 0.8 }]]],
  ['make everything behind her out of focus', [['blur-background', { amount: 0.5 }]], pointing],
  ['keep the cat in focus and blur the rest', [['blur-background', { target: 'cat', amount: 0.5 }]]],
  ['only the eyes should be sharp', [['blur-background', { target: 'eyes', amount: 0.5 }]]],
  ['darken the background a bit', [['adjust', { target: 'background', exposure: -0.25 }]]],
  ['desaturate everything but the red car', [['black-and-white', {}, but('red car')]]],
  ['make the background warmer', [['adjust', { target: 'background', temperature: 0.3 }]]],
];
