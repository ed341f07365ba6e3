/** What is measured: each edit with usual arguments and, where OpenCV has the same job, the name of it in opencv.py. */
import type { ImageEditing } from '../../src-main/contract/index.ts';

type Given = Pick<ImageEditing, 'command'> & { args?: Record<string, unknown> };

export interface Measured {
  name: string;
  edit: Given;
  /** Whether the thing in the picture is selected, or the whole picture is meant. */
  region?: boolean;
  peer?: string;
  /** Not at more megapixels than this: a result of four times as many would be larger than what is measured here. */
  most?: number;
  /** OpenCV is left out at more megapixels than this: it takes minutes. */
  peerMost?: number;
}

export const measured: readonly Measured[] = [
  { name: 'remove', edit: { command: 'remove' }, region: true, peer: 'inpaint' },
  { name: 'cut-out', edit: { command: 'cut-out' }, region: true },
  { name: 'blur-background', edit: { command: 'blur-background' }, region: true, peer: 'disc-blur' },
  {
    name: 'replace-background',
    edit: { command: 'replace-background', args: { colour: '#3050a0' } },
    region: true,
    peer: 'lay-on-colour',
  },
  { name: 'blur', edit: { command: 'blur' }, peer: 'gaussian' },
  { name: 'pixelate', edit: { command: 'pixelate' }, region: true, peer: 'pixelate' },
  {
    name: 'adjust (light)',
    edit: { command: 'adjust', args: { exposure: 0.5, contrast: 0.2 } },
    peer: 'table',
  },
  {
    name: 'adjust (shadows)',
    edit: { command: 'adjust', args: { shadows: 0.5, highlights: -0.3 } },
    peer: 'tone-map',
  },
  {
    name: 'adjust (colour)',
    edit: { command: 'adjust', args: { saturation: 0.3, temperature: 0.2 } },
    peer: 'saturate',
  },
  {
    name: 'curves',
    edit: {
      command: 'curves',
      args: {
        points: [
          [0, 0],
          [0.5, 0.6],
          [1, 1],
        ],
      },
    },
    peer: 'table',
  },
  { name: 'enhance', edit: { command: 'enhance' }, peer: 'equalise' },
  { name: 'clarity', edit: { command: 'clarity' }, peer: 'clarity' },
  { name: 'vignette', edit: { command: 'vignette' }, peer: 'vignette' },
  { name: 'film-look', edit: { command: 'film-look', args: { look: 'classic' } } },
  { name: 'black-and-white', edit: { command: 'black-and-white' }, peer: 'grey' },
  {
    name: 'recolour',
    edit: { command: 'recolour', args: { colour: '#2060c0' } },
    region: true,
    peer: 'recolour',
  },
  { name: 'sharpen', edit: { command: 'sharpen' }, peer: 'unsharp' },
  { name: 'denoise', edit: { command: 'denoise' }, peer: 'means', peerMost: 12 },
  { name: 'sketch', edit: { command: 'stylise', args: { style: 'sketch' } }, peer: 'pencil' },
  { name: 'watercolour', edit: { command: 'stylise', args: { style: 'watercolour' } }, peer: 'stylise' },
  { name: 'oil', edit: { command: 'stylise', args: { style: 'oil' } } },
  { name: 'comic', edit: { command: 'stylise', args: { style: 'comic' } } },
  { name: 'smooth', edit: { command: 'stylise', args: { style: 'smooth' } }, peer: 'edge-preserving' },
  { name: 'detail', edit: { command: 'stylise', args: { style: 'detail' } }, peer: 'detail' },
  { name: 'crop', edit: { command: 'crop' }, region: true, peer: 'crop' },
  { name: 'rotate (90°)', edit: { command: 'rotate', args: { degrees: 90 } }, peer: 'turn' },
  { name: 'flip', edit: { command: 'flip', args: { axis: 'horizontal' } }, peer: 'flip' },
  { name: 'resize (half)', edit: { command: 'resize', args: { factor: 0.5 } }, peer: 'half' },
  { name: 'upscale (2×)', edit: { command: 'upscale', args: { factor: 2 } }, peer: 'double', most: 12 },
  { name: 'straighten (3°)', edit: { command: 'straighten', args: { degrees: 3 } }, peer: 'tilt' },
  { name: 'perspective', edit: { command: 'perspective', args: { vertical: 0.3 } }, peer: 'warp' },
  { name: 'extend (20 %)', edit: { command: 'extend', args: { right: 0.2 } } },
  { name: 'move', edit: { command: 'transform', args: { dx: 0.2 } }, region: true },
  { name: 'duplicate', edit: { command: 'duplicate', args: { dx: 0.2 } }, region: true, peer: 'clone' },
];
