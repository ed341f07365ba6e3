/** The icon's address on the page's own origin. */
export const icon = new URL('../../assets/icon.svg', import.meta.url).href;
