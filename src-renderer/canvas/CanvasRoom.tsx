import { canvasSize } from '../../src-main/contract/stack.ts';
import { baseMedia, topLayer, shownMedia, useActiveCanvas, useProject } from '../state/select.ts';
import { AudioStage } from '../timeline/AudioStage.tsx';
import { VideoStage } from '../timeline/VideoStage.tsx';
import { RegionOutlines } from '../regions/RegionOutlines.tsx';
import { SplitHandle } from '../layers/SplitHandle.tsx';
import { TextEditor } from '../tools/text/TextEditor.tsx';
import { Toolbar } from '../tools/Toolbar.tsx';
import { ToolOptions } from '../tools/ToolOptions.tsx';
import classes from './canvas.module.css';
import { PictureStage } from './PictureStage.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { ZoomControls } from './ZoomControls.tsx';

/** The middle of the window: the active picture, clip or sound. */
export function CanvasRoom() {
  const project = useProject();
  const canvas = useActiveCanvas();
  const media = project && canvas ? baseMedia(project, canvas) : undefined;
  if (!project || !canvas || !media) return <div className={classes.room} />;
  if (canvas.kind === 'video') return <VideoStage key={canvas.id} canvas={canvas} media={media} />;
  if (canvas.kind === 'audio') return <AudioStage key={canvas.id} canvas={canvas} media={media} />;
  const active = topLayer(project, canvas.id);
  // What a click is about: the active layer's picture, at the canvas' size.
  const picture = { ...((active && shownMedia(project, active)) ?? media), ...canvasSize(project, canvas) };
  return (
    <div className={classes.room}>
      <PictureStage key={canvas.id} project={project} canvas={canvas} media={picture} />
      <RegionOutlines media={picture} />
      <Toolbar />
      <ToolOptions />
      <TextEditor />
      <SelectionBar canvas={canvas} media={picture} />
      <SplitHandle canvas={canvas} frame={picture} />
      <ZoomControls canvas={canvas} />
    </div>
  );
}
