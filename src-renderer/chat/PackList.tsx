import { Stack, Text } from '@mantine/core';
import type { Failure } from '../../src-main/contract/result.ts';
import { useStore } from '../state/store.ts';
import { t } from '../strings/index.ts';
import { sentence } from '../strings/sentences.ts';
import { bytes } from '../strings/format.ts';
import classes from './chat.module.css';

/** The packs that could have done what failed, with what they cost. */
export function PackList({ failure }: { failure: Partial<Failure> }) {
  const packs = useStore((s) => s.app?.packs) ?? [];
  const named = (failure.packs ?? []).flatMap((id) => packs.find((p) => p.id === id) ?? []);
  if (named.length === 0) return null;
  return (
    <Stack gap={6} mt={4}>
      <Text fz="xs" fw={600}>
        {failure.code === 'needs-region' ? t.plan.packsByWords : t.plan.packs}
      </Text>
      <ul className={classes.packs}>
        {named.map((pack) => (
          <li key={pack.id} className={classes.pack}>
            <Text fz="sm" fw={600}>
              {pack.name}
            </Text>
            <Text fz="xs" c="dimmed">
              {sentence(pack.summary)}
            </Text>
            <Text fz="xs" c="dimmed" className={classes.figures}>
              {t.plan.pack(bytes(pack.download), pack.licence.name)} · {t.plan.packMemory(bytes(pack.memory))}
            </Text>
            {(!pack.licence.commercial || !pack.available) && (
              <Text fz="xs" c="dimmed">
                {[!pack.licence.commercial && t.plan.packPersonal, !pack.available && t.plan.packSoon]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </Stack>
  );
}
