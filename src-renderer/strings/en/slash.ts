/** What `/` offers in the message box. */
export const slash = {
  slash: { label: 'Commands', now: 'at once', none: 'No command of that name' },
};
