import { describe, expect, it, vi } from 'vitest';
import { isOurPage, pageUrl } from '../../../src-main/shell/origin.ts';

vi.mock('electron', () => ({ app: {}, shell: {} }));
const { isSafeLink } = await import('../../../src-main/shell/navigation.ts');
const { isGranted } = await import('../../../src-main/shell/permissions.ts');

describe('our page', () => {
  it.each([pageUrl, 'vitrail://studio/index.html?a#b'])('is at %s', (address) =>
    expect(isOurPage(address)).toBe(true),
  );
  it.each([
    '',
    'about:blank',
    'vitrail://evil/',
    'vitrail://studio.evil/',
    'vitrail://a@studio/',
    'vitrail://studio:1/',
    'vitrails://studio/',
    'https://studio/',
    'file:///vitrail://studio/',
    'data:text/html,vitrail://studio/',
  ])('is not at %j', (address) => expect(isOurPage(address)).toBe(false));
});

it('opens https links without credentials only', () => {
  expect(isSafeLink('https://example.org/licence')).toBe(true);
  for (const address of [
    'http://example.org',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://a:b@example.org',
    'smb://x',
    '',
  ])
    expect(isSafeLink(address), address).toBe(false);
});

it('grants full screen and copying to our page, and nothing else', () => {
  expect(isGranted('fullscreen', pageUrl)).toBe(true);
  expect(isGranted('clipboard-sanitized-write', pageUrl)).toBe(true);
  expect(isGranted('fullscreen', 'vitrail://evil/')).toBe(false);
  for (const permission of [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'midi',
    'hid',
    'usb',
  ])
    expect(isGranted(permission, pageUrl), permission).toBe(false);
});
