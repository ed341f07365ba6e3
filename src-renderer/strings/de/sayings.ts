/** What the engine calls its own doings. */
import type { sayings as English } from '../en/sayings.ts';
import { commands } from './commands.ts';

const names: Record<string, string> = commands.commands;
const photos = (count: number): string => (count === 1 ? '1 Foto' : `${count} Fotos`);

/** A region by its name; one that nobody gave says already what it is, in whichever language it was made. */
const region = (name: string): string =>
  /^(Region|Bereich) \d+$/.test(name) ? name.replace('Region', 'Bereich') : `Bereich ${name}`;

export const sayings: typeof English = {
  sayings: {
    edit: (command: string) => (Object.hasOwn(names, command) ? names[command]! : command),
    plan: (...each: string[]) => each.join(', '),

    original: () => 'Original',
    text: () => 'Text',
    merge: () => 'Zusammengefügt',
    flatten: () => 'Auf eine Ebene reduziert',

    import: (name: string) => `${name} importieren`,
    importFiles: (count: number) => `${count} Dateien importieren`,
    remove: (name: string) => `${name} entfernen`,
    removePhotos: (count: number) => `${photos(count)} entfernen`,
    renameTo: (name: string) => `In ${name} umbenennen`,
    reorder: () => 'Fotos umordnen',
    showVersion: (version: string) => `Fassung zeigen: ${version}`,
    tryPlan: (plan: string, count: number) => `${plan}: ${count} Versuche`,
    dropTries: () => 'Die anderen Versuche verwerfen',

    saveRegion: (name: string) => `${region(name)} behalten`,
    redrawRegion: (name: string) => `${region(name)} neu ziehen`,
    moveRegion: (name: string) => `${region(name)} verschieben`,
    deleteRegion: (name: string) => `${region(name)} löschen`,
    renameRegion: (name: string) => `${region(name)} umbenennen`,
    recolourRegion: (name: string) => `Farbe von ${region(name)}`,
    hideRegion: (name: string) => `${region(name)} ausblenden`,
    showRegion: (name: string) => `${region(name)} einblenden`,
    lockRegion: (name: string) => `${region(name)} sperren`,
    unlockRegion: (name: string) => `${region(name)} entsperren`,

    addLayer: (name: string) => `${name} hinzufügen`,
    changeLayer: (name: string) => `${name} ändern`,
    duplicateLayer: (name: string) => `${name} verdoppeln`,
    versionAsLayer: (version: string) => `${version} als Ebene`,
    deleteLayer: (name: string) => `${name} löschen`,
    moveLayers: () => 'Ebenen verschieben',
    moveLayer: (name: string) => `${name} verschieben`,
    maskLayer: (name: string) => `${name} maskieren`,
    unmaskLayer: (name: string) => `Maske von ${name} entfernen`,
    maskOn: (name: string) => `Maske von ${name} ein`,
    maskOff: (name: string) => `Maske von ${name} aus`,
    groupLayers: () => 'Ebenen gruppieren',
    ungroupLayers: () => 'Gruppe auflösen',
    mergeDown: (name: string) => `${name} nach unten zusammenfügen`,
    rename: (name: string) => `${name} umbenennen`,
    show: (name: string) => `${name} einblenden`,
    hide: (name: string) => `${name} ausblenden`,
    lock: (name: string) => `${name} sperren`,
    unlock: (name: string) => `${name} entsperren`,
    opacityOf: (name: string) => `Deckkraft von ${name}`,
    blendOf: (name: string) => `Mischmodus von ${name}`,

    undone: (label: string) => `Zurückgenommen: ${label}.`,
    redone: (label: string) => `Wiederhergestellt: ${label}.`,
    goingOn: (version: string) => `Weiter von „${version}“ aus.`,

    looking: () => 'Sucht, was du meinst',
    export: (name: string) => `${name} exportieren`,
    planTimes: (plan: string, count: number) => `${plan}, ${count}-mal`,
    planOnPhoto: (plan: string, name: string) => `${plan}: ${name}`,
    planOnPhotos: (plan: string, count: number) => `${plan}: ${photos(count)}`,
    runModel: (name: string) => `${name} ausführen`,
  },
  failures: {
    'wrong-use': 'Das geht hier nicht.',
    'needs-region': 'Es muss klar sein, wo.',
    'not-understood': 'Das war nicht zu verstehen.',
    'bad-input': 'Damit lässt sich nichts anfangen.',
    'needs-pack': 'Das braucht ein Modell.',
    'not-found': 'Das ist nicht da.',
    locked: 'Das ist in Gebrauch.',
    'newer-format': 'Das stammt aus einer neueren Version.',
    damaged: 'Das ist beschädigt.',
    'no-space': 'Es ist kein Platz mehr.',
    'no-permission': 'Das ist nicht erlaubt.',
    'too-large': 'Das ist zu groß.',
    crashed: 'Das Studio ist dabei ausgefallen.',
    'out-of-memory': 'Es ist nicht genug Speicher da.',
    cancelled: 'Abgebrochen.',
    internal: 'Etwas ist schiefgegangen.',
  },
};
