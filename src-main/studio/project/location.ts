/** Folders where a database is not quite at home: network drives and those that a program copies to a cloud. */
import { readFileSync } from 'node:fs';
import { sep } from 'node:path';

const cloudFolders: [name: RegExp, service: string][] = [
  [/^dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^onedrive( - .+)?$/i, 'OneDrive'],
  [/^(icloud ?drive|mobile documents|com~apple~clouddocs)$/i, 'iCloud Drive'],
  [/^(google ?drive|googledrive-.+|my drive)$/i, 'Google Drive'],
  [/^(nextcloud|owncloud|pclouddrive|cloudstorage)$/i, 'a cloud service'],
];

const networkTypes = /^(nfs\d?|cifs|smb\w*|afs|ncpfs|9p|fuse\..+)$/;

/** A warning for a person about a project's folder (absolute, links resolved), or `null`. */
export function locationWarning(
  folder: string,
  mounts: string = process.platform === 'linux' ? readFileSync('/proc/mounts', 'utf8') : '',
): string | null {
  for (const part of folder.split(/[\\/]/))
    for (const [name, service] of cloudFolders)
      if (name.test(part))
        return `This project lies in a folder that ${service} copies elsewhere. Don't open it on two machines at once, and keep it on this machine if anything looks wrong.`;
  if (/^\\\\(?![?.]\\(?!UNC\\))/i.test(folder) || networkTypes.test(mountType(folder, mounts)))
    return 'This project lies on a network drive. Saving may be slow, and a lost connection can cost the last changes; a folder on this machine is safer.';
  return null;
}

/** The file system type of the mount that a folder lies on, from the text of /proc/mounts; '' when unknown. */
function mountType(folder: string, mounts: string): string {
  let best = { point: '', type: '' };
  for (const line of mounts.split('\n')) {
    const [, rawPoint, type] = line.split(' ');
    if (!rawPoint || !type) continue;
    const point = rawPoint.replace(/\\([0-7]{3})/g, (_, octal: string) =>
      String.fromCharCode(parseInt(octal, 8)),
    );
    const inside = folder === point || folder.startsWith(point.endsWith(sep) ? point : point + sep);
    // A later mount covers an earlier one at the same point.
    if (inside && point.length >= best.point.length) best = { point, type };
  }
  return best.type;
}
