import { describe, expect, it } from 'vitest';
import { sniff } from '../../../../src-main/systems/codecs/sniff.ts';

const head = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('sniff', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n', 'png'],
    ['\xff\xd8\xff\xe0', 'jpeg'],
    ['\xff\xd8\xff\xdb', 'jpeg'],
    ['GIF89a', 'gif'],
    ['II*\0', 'tiff'],
    ['MM\0*', 'tiff'],
    ['II+\0', 'tiff'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'webp'],
    ['RIFF\0\0\0\0WAVEfmt ', 'clip'],
    ['RIFF\0\0\0\0AVI LIST', 'unknown'],
    ['\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf', 'avif'],
    ['\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf', 'avif'],
    ['\0\0\0\x18ftypmif1\0\0\0\0mif1heic', 'heic'],
    // A brand after the end of the box is not one of its brands.
    ['\0\0\0\x14ftypmif1\0\0\0\0mif1avif', 'heic'],
    ['\0\0\0\x18ftypheix\0\0\0\0mif1heic', 'heic'],
    ['\0\0\0\x18ftypisom\0\0\x02\0isommp41', 'clip'],
    ['\0\0\0\x14ftypqt  \0\0\0\0qt  ', 'clip'],
    ['\0\0\0\x08wide\0\0\0\0mdat', 'clip'],
    ['\x1aE\xdf\xa3', 'clip'],
    ['OggS', 'clip'],
    ['fLaC', 'clip'],
    ['ID3\x04', 'clip'],
    ['\xff\xfb\x90\x64', 'clip'],
    ['<svg xmlns="http://www.w3.org/2000/svg">', 'svg'],
    ['\n <?xml version="1.0"?><!-- x --><svg>', 'svg'],
    ['<html><svg></svg></html>', 'unknown'],
    ['#EXTM3U', 'unknown'],
    ['%PDF-1.7', 'unknown'],
    ['\xff\xff\xff\xff', 'clip'],
    ['', 'unknown'],
    ['\0', 'unknown'],
  ])('%j is %s', (text, kind) => expect(sniff(head(text))).toBe(kind));
});
