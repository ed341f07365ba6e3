/** Lets an action open the export menu. */
export const exportMenu: { current: (() => void) | null } = { current: null };

export function openExportMenu() {
  exportMenu.current?.();
}
