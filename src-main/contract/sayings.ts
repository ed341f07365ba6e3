/** The English catalogue of what the engine calls things: see `said.ts`. Other languages have the same keys. */
import { commandNames } from './command-names.ts';

const photos = (count: number): string => (count === 1 ? '1 photo' : `${count} photos`);

export const english = {
  // An edit, and the edits of a plan.
  edit: (command: string) => nameOf(command),
  plan: (first: string, ...rest: string[]) =>
    [first, ...rest.map((each) => String(each).toLowerCase())].join(', '),

  // Versions.
  original: () => 'Original',
  text: () => 'Text',
  merge: () => 'Merge',
  flatten: () => 'Flatten',

  // The history: photos and versions.
  import: (name: string) => `Import ${name}`,
  importFiles: (count: number) => `Import ${count} files`,
  remove: (name: string) => `Remove ${name}`,
  removePhotos: (count: number) => `Remove ${photos(count)}`,
  renameTo: (name: string) => `Rename to ${name}`,
  reorder: () => 'Reorder photos',
  showVersion: (version: string) => `Show ${version}`,
  tryPlan: (plan: string, count: number) => `Try ${plan} ${count} times`,
  dropTries: () => 'Drop the other tries',

  // The history: regions.
  saveRegion: (name: string) => `Save region ${name}`,
  redrawRegion: (name: string) => `Redraw region ${name}`,
  moveRegion: (name: string) => `Move region ${name}`,
  deleteRegion: (name: string) => `Delete region ${name}`,
  renameRegion: (name: string) => `Rename region ${name}`,
  recolourRegion: (name: string) => `Recolour region ${name}`,
  hideRegion: (name: string) => `Hide region ${name}`,
  showRegion: (name: string) => `Show region ${name}`,
  lockRegion: (name: string) => `Lock region ${name}`,
  unlockRegion: (name: string) => `Unlock region ${name}`,

  // The history: layers and groups.
  addLayer: (name: string) => `Add ${name}`,
  changeLayer: (name: string) => `Change ${name}`,
  duplicateLayer: (name: string) => `Duplicate ${name}`,
  versionAsLayer: (version: string) => `${version} as a layer`,
  deleteLayer: (name: string) => `Delete ${name}`,
  moveLayers: () => 'Move layers',
  moveLayer: (name: string) => `Move ${name}`,
  maskLayer: (name: string) => `Mask ${name}`,
  unmaskLayer: (name: string) => `Remove the mask of ${name}`,
  maskOn: (name: string) => `Mask of ${name} on`,
  maskOff: (name: string) => `Mask of ${name} off`,
  groupLayers: () => 'Group layers',
  ungroupLayers: () => 'Ungroup layers',
  mergeDown: (name: string) => `Merge ${name} down`,
  rename: (name: string) => `Rename ${name}`,
  show: (name: string) => `Show ${name}`,
  hide: (name: string) => `Hide ${name}`,
  lock: (name: string) => `Lock ${name}`,
  unlock: (name: string) => `Unlock ${name}`,
  opacityOf: (name: string) => `Opacity of ${name}`,
  blendOf: (name: string) => `Blend mode of ${name}`,

  // Answers.
  undone: (label: string) => `Undone: ${label}.`,
  redone: (label: string) => `Done again: ${label}.`,
  goingOn: (version: string) => `Going on from “${version}”.`,

  // Jobs.
  looking: () => 'Finding what you mean',
  export: (name: string) => `Export ${name}`,
  planTimes: (plan: string, count: number) => `${plan}, ${count} times`,
  planOnPhoto: (plan: string, name: string) => `${plan}: ${name}`,
  planOnPhotos: (plan: string, count: number) => `${plan}: ${photos(count)}`,
  runModel: (name: string) => `Run ${name}`,
};

function nameOf(command: string): string {
  return Object.hasOwn(commandNames, command) ? commandNames[command as keyof typeof commandNames] : command;
}

/** A catalogue: what each key says in one language. */
export type Sayings = typeof english;
