import { expect, test } from 'vitest';
import { locationWarning } from '../../../../src-main/studio/project/location.ts';

const mounts = [
  '/dev/sda1 / ext4 rw 0 0',
  'server:/home /home/ann/net\\040drive nfs4 rw 0 0',
  '//box/share /mnt/share cifs rw 0 0',
  'me@host:/ /mnt/far fuse.sshfs rw 0 0',
  '/dev/sdb1 /mnt/stick fuseblk rw 0 0',
  'server:/old /mnt/covered nfs rw 0 0',
  '/dev/sdc1 /mnt/covered ext4 rw 0 0',
].join('\n');

test.each([
  ['/home/ann/Dropbox/projects/x', 'Dropbox'],
  ['/home/ann/Dropbox (Personal)/x', 'Dropbox'],
  ['C:\\Users\\ann\\OneDrive - Company\\x', 'OneDrive'],
  ['/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/x', 'iCloud Drive'],
  ['/Users/ann/Library/CloudStorage/GoogleDrive-ann@example.org/My Drive/x', /copies elsewhere/],
  ['G:\\My Drive\\x', 'Google Drive'],
  ['/home/ann/net drive/x', 'network'],
  ['/mnt/share', 'network'],
  ['/mnt/far/x', 'network'],
  ['\\\\server\\share\\x', 'network'],
  ['\\\\?\\UNC\\server\\share\\x', 'network'],
])('%s gets a warning', (folder, word) => {
  expect(locationWarning(folder, mounts)).toMatch(word);
});

test.each([
  '/home/ann/x',
  '/home/ann/net drives/x',
  '/home/ann/Dropboxes/x',
  '/mnt/shared/x',
  '/mnt/stick/x',
  '/mnt/covered/x',
  'C:\\Users\\ann\\x',
  '\\\\?\\C:\\Users\\ann\\x',
])('%s gets none', (folder) => {
  expect(locationWarning(folder, mounts)).toBeNull();
});
