/** Where our page lives. */
export const scheme = 'vitrail';
export const pageUrl = `${scheme}://studio/`;

/** Whether an address is our page's (`URL.origin` says "null" for schemes of one's own). */
export function isOurPage(address: string): boolean {
  try {
    const { protocol, host, username, password } = new URL(address);
    return protocol === `${scheme}:` && host === 'studio' && !username && !password;
  } catch {
    return false; // not an address at all
  }
}
