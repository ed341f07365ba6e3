import { useActiveCanvas, useProject, baseMedia } from '../state/select.ts';
import { AudioStage } from '../timeline/AudioStage.tsx';
import { VideoStage } from '../timeline/VideoStage.tsx';
import { RegionOutlines } from '../regions/RegionOutlines.tsx';
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
  return (
    <div className={classes.room}>
      <PictureStage key={canvas.id} project={project} canvas={canvas} media={media} />
      <RegionOutlines media={media} />
      <Toolbar />
      <ToolOptions />
      <SelectionBar canvas={canvas} media={media} />
      <ZoomControls canvas={canvas} />
    </div>
  );
}
