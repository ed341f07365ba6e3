import { IconPhotoPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { canvasSize } from '../../src-main/contract/stack.ts';
import { takesText } from '../actions/shortcuts.ts';
import { addFiles } from '../layers/adding.ts';
import { loadMasks } from '../regions/act.ts';
import { activeCanvas } from '../state/select.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { importFiles } from './importing.ts';
import { isJson, isMaskOf } from './masks.ts';
import classes from './library.module.css';

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/**
 * Files become photos of the project; layers of the open one where they are meant for the list of layers. What can only
 * be a mask of it is taken as one, and what looks like one is asked about.
 */
async function bring(files: File[], asLayers: boolean): Promise<void> {
  const { project } = useStore.getState();
  const canvas = activeCanvas(project);
  if (!project || canvas?.kind !== 'image') return importFiles(files);
  if (asLayers) return addFiles(canvas.id, files);
  const size = canvasSize(project, canvas);
  const photos: File[] = [];
  for (const file of files) {
    if (isJson(file)) await loadMasks([file], canvas.id);
    else if (await isMaskOf(file, size))
      useStore.setState(({ masks }) => ({ masks: [...masks, { file, canvas: canvas.id }] }));
    else photos.push(file);
  }
  await importFiles(photos);
}

/** The veil lies over everything: what counts is what lies below it. */
const overLayers = ({ clientX, clientY }: DragEvent): boolean =>
  document.elementsFromPoint(clientX, clientY).some((element) => element.closest('[data-takes-layers]'));

/** Takes files dropped or pasted anywhere in the window, and says so while they hover. */
export function DropVeil() {
  const [over, setOver] = useState(false);

  useEffect(() => {
    let depth = 0; // dragenter comes before the dragleave of the element left
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth++;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (holdsFiles(event) && --depth <= 0) setOver(false);
    };
    const hover = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.dataTransfer!.dropEffect = 'copy';
      // A place that has its own use for files says so itself.
      setOver(!(event.target as Element).closest('[data-takes-files]'));
    };
    const drop = (event: DragEvent) => {
      depth = 0;
      setOver(false);
      if (!holdsFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      void bring([...event.dataTransfer!.files], overLayers(event));
    };
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      // Text copied with a picture of itself (from an office program) is meant as text in a text box.
      if (!files.length || (takesText(event.target) && event.clipboardData?.getData('text/plain'))) return;
      event.preventDefault();
      void bring(files, useStore.getState().panel === 'layers');
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', hover);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', hover);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, []);

  if (!over) return null;
  return (
    <div className={classes.veil}>
      <div className={classes.veilBox}>
        <IconPhotoPlus size={40} stroke={1.4} aria-hidden />
        <strong>{t.drop.title}</strong>
        <span>{t.drop.text}</span>
      </div>
    </div>
  );
}
