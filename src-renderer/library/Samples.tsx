import { Loader, Text, UnstyledButton } from '@mantine/core';
import { IconMovie, IconPhoto, IconWaveSine, type Icon } from '@tabler/icons-react';
import { useState } from 'react';
import type { App } from '../../src-main/contract/app.ts';
import { t } from '../strings/index.ts';
import { sentence } from '../strings/sentences.ts';
import { importSample } from './importing.ts';
import classes from './library.module.css';

type Sample = App['samples'][number];

/** Pictures of the samples, by the file's name, which is the sample's id. */
const pictures: Record<string, string> = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>('../../assets/samples/*.{jpg,png,webp}', {
      eager: true,
      import: 'default',
      query: '?url',
    }),
  ).map(([path, url]) => [path.replace(/^.*\/|\.\w+$/g, ''), url]),
);

const icons: Record<Sample['kind'], Icon> = { image: IconPhoto, video: IconMovie, audio: IconWaveSine };

/** A few things to try without a photo of one's own. */
export function Samples({ samples }: { samples: readonly Sample[] }) {
  const [loading, setLoading] = useState<string | null>(null);
  const open = async (id: string) => {
    setLoading(id);
    await importSample(id);
    setLoading(null);
  };
  return (
    <section aria-label={t.welcome.samples}>
      <Text component="h2" className={classes.heading}>
        {t.welcome.samples}
      </Text>
      <div className={classes.tiles}>
        {samples.map((sample) => {
          const Glyph = icons[sample.kind];
          const picture = pictures[sample.id];
          return (
            <UnstyledButton
              key={sample.id}
              className={classes.tile}
              disabled={loading !== null}
              onClick={() => void open(sample.id)}
            >
              <span className={classes.tilePicture}>
                {picture ? <img src={picture} alt="" /> : <Glyph size={36} stroke={1.2} aria-hidden />}
                {loading === sample.id && <Loader className={classes.tileLoader} size={24} color="white" />}
              </span>
              <span className={classes.tileText}>
                <Text fz="sm" fw={550}>
                  {sample.name}
                </Text>
                <Text fz="xs">{sentence(sample.suggestion)}</Text>
                <Text fz="xs" c="dimmed">
                  {sample.credit}
                </Text>
              </span>
            </UnstyledButton>
          );
        })}
      </div>
    </section>
  );
}
