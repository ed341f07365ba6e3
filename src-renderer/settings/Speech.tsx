import { t } from '../strings/index.ts';
import { Choice } from './Choice.tsx';
import { useSettings } from './use-settings.ts';

/** The language of the page. */
export function Speech() {
  const [{ language }, set] = useSettings();
  return (
    <Choice
      label={t.settings.language}
      note={t.settings.languageNote}
      values={t.settings.languages}
      value={language}
      onChange={(value) => set({ language: value })}
    />
  );
}
