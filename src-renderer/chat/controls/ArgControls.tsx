import { ColorInput, NumberInput, SegmentedControl, Select, Slider, TextInput } from '@mantine/core';
import type { Invocation } from '../../../src-main/contract/invocation.ts';
import { useProject, shownMedia, topLayer } from '../../state/select.ts';
import { t } from '../../strings/index.ts';
import { labelOf, nameOf } from '../args.ts';
import classes from './controls.module.css';
import { CurveEditor } from './CurveEditor.tsx';
import { controlsOf, readFigure, withArgument, type Control } from './schema.ts';

interface Props {
  invocation: Invocation;
  onChange(invocation: Invocation): void;
}

/** A step's arguments as controls that fit them. */
export function ArgControls({ invocation, onChange }: Props) {
  const args = invocation.args as Record<string, unknown>;
  return (
    <div className={classes.controls}>
      {controlsOf(invocation).map((control) => (
        <ArgControl
          key={control.name}
          control={control}
          label={labelOf(invocation.command, control.name)}
          value={args[control.name]}
          place={invocation.region?.parts.length ? t.controls.pointed : t.controls.everything}
          onChange={(value) => onChange(withArgument(invocation, control.name, value))}
        />
      ))}
    </div>
  );
}

interface ControlProps {
  control: Control;
  label: string;
  value: unknown;
  /** Where the edit applies while no words say it. */
  place: string;
  onChange(value: unknown): void;
}

function ArgControl(props: ControlProps) {
  const { control, label, value, place, onChange } = props;
  switch (control.kind) {
    case 'slider':
      return <FigureSlider {...props} control={control} />;
    case 'number':
      return (
        <Row label={label}>
          <NumberInput
            size="xs"
            aria-label={label}
            value={typeof value === 'number' ? value : ''}
            min={control.min}
            max={control.max}
            decimalScale={control.unit === 'count' ? 0 : 2}
            placeholder={t.controls.automatic}
            onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
          />
        </Row>
      );
    case 'choice':
      return <Choice {...props} options={control.options} />;
    case 'colour':
      return (
        <Row label={label}>
          <ColorInput
            size="xs"
            aria-label={label}
            format="hex"
            withEyeDropper={false}
            value={typeof value === 'string' ? value : ''}
            placeholder={t.controls.none}
            onChange={(next) => onChange(/^#[0-9a-f]{6}$/i.test(next) ? next : undefined)}
          />
        </Row>
      );
    case 'words':
      return (
        <Row label={label}>
          <TextInput
            size="xs"
            aria-label={label}
            value={typeof value === 'string' ? value : ''}
            maxLength={1_000}
            placeholder={control.name === 'target' ? place : undefined}
            onChange={(event) => onChange(event.currentTarget.value || undefined)}
          />
        </Row>
      );
    case 'photo':
      return <PhotoChoice {...props} />;
    case 'curve':
      return <CurveEditor label={label} points={value as [number, number][]} onChange={onChange} />;
  }
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className={classes.row}>
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      {children}
    </div>
  );
}

function FigureSlider({
  control,
  label,
  value,
  onChange,
}: ControlProps & { control: Extract<Control, { kind: 'slider' }> }) {
  const { min, max, step, unit, optional } = control;
  const neutral = unit === 'times' ? 1 : Math.max(0, min);
  const figure = typeof value === 'number' ? value : neutral;
  const read = (shown: number) => readFigure(shown, unit);
  return (
    <Row label={label}>
      <Slider
        className={classes.slider}
        size="sm"
        min={min}
        max={max}
        step={step}
        startPointValue={neutral}
        value={figure}
        label={null}
        thumbLabel={label}
        thumbValueText={read}
        onChange={(next) => onChange(optional && next === neutral ? undefined : Number(next.toFixed(3)))}
      />
      <span className={classes.figure} aria-hidden>
        {read(figure)}
      </span>
    </Row>
  );
}

function Choice({ control, label, value, onChange, options }: ControlProps & { options: readonly string[] }) {
  const data = options.map((option) => ({ value: option, label: nameOf(option) }));
  const chosen = typeof value === 'string' ? value : null;
  if (options.length <= 3 && !control.optional)
    return (
      <Row label={label}>
        <SegmentedControl size="xs" aria-label={label} data={data} value={chosen ?? ''} onChange={onChange} />
      </Row>
    );
  return (
    <Row label={label}>
      <Select
        size="xs"
        aria-label={label}
        data={data}
        value={chosen}
        placeholder={t.controls.none}
        clearable={control.optional}
        allowDeselect={control.optional}
        comboboxProps={{ withinPortal: true }}
        onChange={(next) => onChange(next ?? undefined)}
      />
    </Row>
  );
}

/** Another photo of the project. */
function PhotoChoice({ label, value, onChange }: ControlProps) {
  const project = useProject();
  const data = (project?.canvases ?? []).flatMap((canvas) => {
    const layer = canvas.kind === 'image' && topLayer(project!, canvas.id);
    const media = layer && shownMedia(project!, layer);
    return media && canvas.id !== project!.active ? [{ value: media.hash, label: canvas.name }] : [];
  });
  const known = typeof value === 'string' && !data.some((d) => d.value === value);
  return (
    <Row label={label}>
      <Select
        size="xs"
        aria-label={label}
        data={known ? [...data, { value: value, label: t.values.photo }] : data}
        value={typeof value === 'string' ? value : null}
        placeholder={t.controls.none}
        nothingFoundMessage={t.controls.noPhoto}
        clearable
        onChange={(next) => onChange(next ?? undefined)}
      />
    </Row>
  );
}
