/**
 * The files that Vitrail opens besides its own, by their endings, with their types as Linux calls them. The dialog
 * reads this list; `electron-builder.yml` and `assets/installer.nsh` repeat it, and a test compares them.
 */
export const endings = {
  pictures: {
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    webp: 'image/webp',
    avif: 'image/avif',
    gif: 'image/gif',
    tif: 'image/tiff',
    tiff: 'image/tiff',
  },
  clips: { mp4: 'video/mp4', m4v: 'video/mp4', mov: 'video/quicktime', webm: 'video/webm' },
  sounds: {
    wav: 'audio/wav',
    mp3: 'audio/mpeg',
    m4a: 'audio/mp4',
    ogg: 'audio/ogg',
    opus: 'audio/x-opus+ogg',
    flac: 'audio/flac',
  },
} as const;

export const allEndings: readonly string[] = Object.values(endings).flatMap((kind) => Object.keys(kind));
export const allTypes: readonly string[] = [
  ...new Set(Object.values(endings).flatMap((kind) => Object.values(kind))),
];
