/** One accent (a deep glass teal), cool neutrals, Inter, a 4-pixel grid. */
import {
  ActionIcon,
  Button,
  createTheme,
  Menu,
  Modal,
  Popover,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const glass: MantineColorsTuple = [
  '#e5f6f8',
  '#c8ebf0',
  '#97d8e1',
  '#62c2cf',
  '#36adbd',
  '#1a97a9',
  '#0c8193',
  '#076b7c',
  '#065563',
  '#043d48',
];
const gray: MantineColorsTuple = [
  '#f6f8f9',
  '#eef1f3',
  '#e1e6ea',
  '#d0d8dd',
  '#b0bbc3',
  '#87949d',
  '#63707a',
  '#485460',
  '#323c45',
  '#1b2329',
];
const dark: MantineColorsTuple = [
  '#e4e8eb',
  '#c2c9cf',
  '#9ca6ae',
  '#727d86',
  '#414a52',
  '#30373e',
  '#262c32',
  '#1c2126',
  '#14181c',
  '#0d1013',
];

/** What the canvas and the waveform draw with, where CSS variables don't reach. */
export const ink = {
  accent: '#14a3b8',
  accentRgb: [20, 163, 184],
  accentDeep: '#043d48',
  light: '#ffffff',
} as const;

/** What is closed is gone in the same moment: the next key is for the page, not for what still fades over it. */
const goesAtOnce = { duration: 150, exitDuration: 0 };

export const theme = createTheme({
  primaryColor: 'glass',
  primaryShade: { light: 7, dark: 6 },
  colors: { glass, gray, dark },
  black: '#1b2329',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: { fontWeight: '600' },
  components: {
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', color: 'gray', size: 32 },
      classNames: { root: 'v-icon' },
    }),
    Button: Button.extend({ defaultProps: { size: 'sm' }, styles: { label: { fontWeight: 550 } } }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 450,
        closeDelay: 0,
        fz: 'xs',
        events: { hover: true, focus: true, touch: false },
      },
    }),
    Menu: Menu.extend({
      classNames: { item: 'v-menu-item' },
      // Without the empty element that takes the focus first: the first item does.
      defaultProps: {
        shadow: 'md',
        position: 'bottom-end',
        width: 248,
        withInitialFocusPlaceholder: false,
        transitionProps: { transition: 'fade', ...goesAtOnce },
      },
    }),
    Popover: Popover.extend({ defaultProps: { transitionProps: { transition: 'fade', ...goesAtOnce } } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        transitionProps: { transition: 'fade-down', ...goesAtOnce },
        radius: 'lg',
        overlayProps: { backgroundOpacity: 0.4 },
        attributes: { header: { role: 'none' } }, // it is no second banner of the page
      },
    }),
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#57636d', // readable on the backdrop, too
    '--mantine-color-placeholder': '#57636d',
    '--mantine-color-anchor': glass[7],
    '--v-backdrop': '#e9ecee',
    '--v-panel': '#ffffff',
    '--v-raised': '#ffffff',
    '--v-line': gray[2],
    '--v-soft': gray[1],
    '--v-accent': glass[7],
    '--v-accent-text': glass[7],
    '--v-accent-soft': glass[0],
    '--v-dash': '#8fc3cc',
    '--v-veil': 'rgb(230 235 238 / 85%)',
    '--v-faint': gray[4],
    '--v-wave': gray[4],
    '--v-tick': gray[3],
    '--v-span': 'rgb(26 151 169 / 25%)',
    '--v-bad': '#a32020',
    '--v-bad-soft': '#fdeceb',
    '--v-warn': '#a35a00',
    '--v-shadow': '0 1px 2px rgb(27 35 41 / 8%), 0 4px 16px rgb(27 35 41 / 10%)',
  },
  dark: {
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-anchor': glass[3],
    '--v-backdrop': '#101417',
    '--v-panel': dark[7],
    '--v-raised': dark[6],
    '--v-line': '#333a41',
    '--v-soft': dark[5],
    '--v-accent': glass[6],
    '--v-accent-text': glass[3],
    '--v-accent-soft': '#0f3239',
    '--v-dash': '#2b5e68',
    '--v-veil': 'rgb(16 20 23 / 85%)',
    '--v-faint': dark[4],
    '--v-wave': dark[3],
    '--v-tick': dark[4],
    '--v-span': 'rgb(54 173 189 / 28%)',
    '--v-bad': '#ffb4ad',
    '--v-bad-soft': '#3a1f1f',
    '--v-warn': '#f2b84b',
    '--v-shadow': '0 1px 2px rgb(0 0 0 / 40%), 0 6px 20px rgb(0 0 0 / 35%)',
  },
});
