/** What only a model can do: it must be planned as that, never turned into an edit that destroys something. */
import { onVideo, pointing, rest, type Case } from './case.ts';

export const generative: Case[] = [
  ['add a lighthouse here', [['add', { prompt: 'a lighthouse' }]], pointing],
  ['put a lighthouse here', [['add', { prompt: 'a lighthouse' }]], pointing],
  ['place a red balloon in the sky', [['add', { prompt: 'a red balloon in the sky' }]]],
  ['insert a dog and a cat', [['add', { prompt: 'a dog and a cat' }]]],
  ['add a hat to the man', [['add', { prompt: 'a hat to the man' }]]],
  ['I want a boat here', [['add', { prompt: 'a boat' }]], pointing],
  ['draw a moustache here', [['add', { prompt: 'a moustache' }]], pointing],
  [
    'add a tree and make it brighter',
    [
      ['add', { prompt: 'a tree' }],
      ['adjust', { exposure: 0.5 }],
    ],
  ],
  ['replace this with a cat', [['replace', { prompt: 'a cat' }]], pointing],
  ['replace the dog with a cat', [['replace', { target: 'dog', prompt: 'a cat' }]]],
  ['swap the sky for a sunset', [['replace', { target: 'sky', prompt: 'a sunset' }]]],
  ['change the dog into a wolf', [['replace', { target: 'dog', prompt: 'a wolf' }]]],
  ['turn this into a sports car', [['replace', { prompt: 'a sports car' }]], pointing],
  ['replace the background with a beach', [['replace', { prompt: 'a beach' }, rest]], pointing],
  ['change the background to a beach', [['replace', { target: 'background', prompt: 'a beach' }]]],
  ['remove the dog and put a cat there', [['replace', { target: 'dog', prompt: 'a cat' }]]],
  ['make it look like a van Gogh', [['restyle', { prompt: 'a van Gogh' }]]],
  ['make it look like a watercolour painting', [['stylise', { style: 'watercolour', amount: 0.5 }]]],
  ['in the style of Monet', [['restyle', { prompt: 'Monet' }]]],
  ['turn the photo into an oil painting', [['stylise', { style: 'oil', amount: 0.5 }]]],
  ['paint it in the style of Hokusai', [['restyle', { prompt: 'Hokusai' }]]],

  [
    'generate an image of a red car at 12:30',
    [['image-generation/generate', { prompt: 'a red car at 12:30' }]],
  ],
  ['draw a castle on a hill', [['image-generation/generate', { prompt: 'a castle on a hill' }]]],
  [
    'create a picture of a man who wants to erase the board and crop the field',
    [['image-generation/generate', { prompt: 'a man who wants to erase the board and crop the field' }]],
  ],
  [
    'Can you make me a photo of an astronaut riding a horse?',
    [['image-generation/generate', { prompt: 'an astronaut riding a horse' }]],
  ],
  ['imagine a city under water', [['image-generation/generate', { prompt: 'a city under water' }]]],
  [
    'make a video of a dog running on the beach',
    [['video-generation/generate', { prompt: 'a dog running on the beach' }]],
  ],
  ['generate a short clip of waves', [['video-generation/generate', { prompt: 'waves' }]]],
  ['animate this', [['image-to-video/animate', { prompt: 'natural motion' }]], pointing],
  ['animate the water', [['image-to-video/animate', { prompt: 'the water moving' }]]],
  ['turn this photo into a video', [['image-to-video/animate', { prompt: 'natural motion' }]]],
  ['bring this picture to life', [['image-to-video/animate', { prompt: 'natural motion' }]]],
  ['make the sound of rain', [['audio-generation/generate', { prompt: 'rain' }]]],
  ['compose some calm piano music', [['audio-generation/generate', { prompt: 'calm piano music' }]]],
  ['generate music for a party', [['audio-generation/generate', { prompt: 'music for a party' }]]],
  ['track the ball', [['video-segmentation/segment', { target: 'ball' }]], onVideo],
  ['follow this', [['video-segmentation/segment']], { ...pointing, ...onVideo }],
  ['select the dog', [['video-segmentation/segment', { target: 'dog' }]], onVideo],
  [
    'change the background to a snowy forest',
    [['video-editing/edit', { background: 'a snowy forest' }]],
    onVideo,
  ],
  ['turn the car into a red bus', [['video-editing/edit', { foreground: 'a red bus' }]], onVideo],
  ['make the dog look like a wolf', [['replace', { target: 'dog', prompt: 'a wolf' }]]],
  ['sound of thunder', [['audio-generation/generate', { prompt: 'thunder' }]]],
  [
    'replace the sky with stars, then make it black and white',
    [['replace', { target: 'sky', prompt: 'stars' }], ['black-and-white']],
  ],
];
