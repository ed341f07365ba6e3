import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Canvas, Project } from '../../src-main/contract/document.ts';
import { bundlesOf, canvasSize, plainPicture } from '../../src-main/contract/stack.ts';
import { drawThumb, Thumbs } from '../canvas/stack/thumbs.ts';
import { baseMedia, thumbOf } from '../state/select.ts';
import { useStore } from '../state/store.ts';
import { useStudio } from '../transport/studio.ts';

/** For the largest tile of the sheet on a usual screen. */
const BOX = { width: 512, height: 384 };
const thumbs = new Thumbs(200);

/** What decides how a canvas looks where more than one picture has to be laid; `null`: one picture is all there is. */
function looksOf(project: Project, canvas: Canvas): string | null {
  if (canvas.kind !== 'image') return null;
  const bundles = bundlesOf(project, canvas);
  if (plainPicture(bundles)) return null;
  const looks = bundles.map(({ group, sheets }) => [
    group && [group.opacity, group.blend],
    sheets.map(({ layer, media, map }) => [media.hash, map, layer.opacity, layer.blend, layer.mask]),
  ]);
  return JSON.stringify([project.id, canvasSize(project, canvas), looks]);
}

/** The address of a picture of all that a canvas shows; the last one until a new one is drawn. */
function useCanvasPicture(canvas: Canvas): string | null {
  const studio = useStudio();
  const layers = useStore((s) => s.project?.layers);
  const versions = useStore((s) => s.project?.versions);
  const media = useStore((s) => s.project?.media);
  const { plain, looks } = useMemo(
    () => {
      const { project } = useStore.getState();
      if (!project) return { plain: null, looks: null };
      const one = plainPicture(canvas.kind === 'image' ? bundlesOf(project, canvas) : []);
      return { plain: thumbOf(one ?? baseMedia(project, canvas)), looks: looksOf(project, canvas) };
    },
    // What a canvas' look is read from; the project itself is another object after every message.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [layers, versions, media, canvas],
  );
  const [drawn, setDrawn] = useState<string | null>(null);
  useEffect(() => {
    const { project } = useStore.getState();
    if (!looks || !project) return undefined;
    let wanted = true;
    void thumbs
      .draw(looks, () => drawThumb({ ...project, canvas }, BOX, studio.mediaUrl))
      .then(
        (url) => wanted && setDrawn(url),
        () => undefined, // a picture that can't be loaded is said on the canvas
      );
    return () => {
      wanted = false;
    };
    // `looks` says all that is drawn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [studio, looks]);
  const url = looks && (thumbs.known(looks) ?? drawn);
  return url ?? (plain && studio.mediaUrl(plain));
}

/** A canvas as it is seen, small; `otherwise`: for one that has no picture. */
export function CanvasPicture({ canvas, otherwise }: { canvas: Canvas; otherwise: ReactNode }) {
  const url = useCanvasPicture(canvas);
  return url ? <img src={url} alt="" loading="lazy" decoding="async" draggable={false} /> : otherwise;
}
