/** The only place where a colour or a size of the window is written down. CSS reads the same values as `var(--name)`. */

export type Mode = 'light' | 'dark';

const light = {
  // surfaces: app = behind panes, surface = panes, sunken = table heads and wells, canvas = graph
  app: '#F4F6F8',
  surface: '#FFFFFF',
  sunken: '#F7F8FA',
  canvas: '#FFFFFF',
  overlay: '#FFFFFF',
  hover: '#F1F4F7',
  selected: '#E6F1F3',
  selectedStrong: '#CFE4E8',
  tooltip: '#222A37',
  // hair inside a pane, line between panes, strong around controls (at least 3:1)
  hair: '#E1E5EB',
  line: '#D3D9E1',
  strong: '#8590A0',
  text: '#141A24',
  text2: '#475264',
  text3: '#5F6A7B',
  disabled: '#9AA4B1',
  onAccent: '#FFFFFF',
  // 石青: action, selection, focus; never decoration, never risk
  accent: '#0B6377',
  accentHover: '#0A5163',
  accentActive: '#083F4E',
  accentSoft: '#E6F1F3',
  accentGlow: 'rgba(11,99,119,.22)',
  focus: '#0B6377',
  // risk: lightness falls as risk rises; always beside bars and a word
  high: '#B3201B',
  highSoft: '#FBEAE8',
  highFill: '#B3201B',
  mid: '#8A5300',
  midSoft: '#FBF1DE',
  midFill: '#CB8000',
  low: '#4C6486',
  lowSoft: '#EAEFF6',
  lowFill: '#7C93B5',
  badge: '#B3201B',
  // verified, unchanged: only with a tick
  ok: '#1B6B45',
  okSoft: '#E6F3EC',
  okFill: '#2C8C5E',
  // the cell a number comes from
  cite: '#FFF3B8',
  citeLine: '#A67C00',
  scrim: 'rgba(20,26,36,.42)',
  shadow: '0 8px 28px rgba(20,26,36,.16)',
  // chart
  edge: '#8792A2',
  edgeSoft: '#B9C1CD',
  groupFill: '#103328',
  // money that is followed: where it came from, where it went; always beside an arrow
  upstream: '#3594E8',
  downstream: '#E57434',
  labelBg: '#FFFFFF',
  ring: '#0B6377',
} as const;

export type Palette = Readonly<Record<keyof typeof light, string>>;

const dark: Palette = {
  app: '#12161E',
  surface: '#171C26',
  sunken: '#1B212C',
  canvas: '#1E2430',
  overlay: '#202734',
  hover: '#212836',
  selected: '#17323B',
  selectedStrong: '#1D4450',
  tooltip: '#364153',
  hair: '#2B3443',
  line: '#364153',
  strong: '#66748C',
  text: '#F1F4F8',
  text2: '#B4BECD',
  text3: '#98A4B7',
  disabled: '#5E6B80',
  onAccent: '#08222A',
  accent: '#5CC3D6',
  accentHover: '#7BD3E3',
  accentActive: '#3FA9BD',
  accentSoft: '#17323B',
  accentGlow: 'rgba(92,195,214,.35)',
  focus: '#7BD3E3',
  high: '#FF8A7A',
  highSoft: '#3B2023',
  highFill: '#E5493A',
  mid: '#F2B84B',
  midSoft: '#362C1A',
  midFill: '#E0A030',
  low: '#9DB1CE',
  lowSoft: '#222B3B',
  lowFill: '#6F86A8',
  badge: '#C4382A',
  ok: '#67C99A',
  okSoft: '#18312A',
  okFill: '#3FAE7C',
  cite: '#4A3F12',
  citeLine: '#E6C229',
  scrim: 'rgba(6,8,12,.62)',
  shadow: '0 8px 28px rgba(0,0,0,.55)',
  edge: '#77849A',
  edgeSoft: '#4A566A',
  groupFill: '#1AE494',
  upstream: '#3594E8',
  downstream: '#E57434',
  labelBg: '#1E2430',
  ring: '#F1F4F8',
};

export const palette: Readonly<Record<Mode, Palette>> = { light, dark };

/** Text face of the window and of the chart (a canvas does not read CSS). */
export const fontUi = [
  '"Qy Latin"',
  '"Microsoft YaHei UI"',
  '"PingFang SC"',
  '"Hiragino Sans GB"',
  '"Noto Sans CJK SC"',
  '"Noto Sans SC"',
  '"Source Han Sans SC"',
  '"Microsoft YaHei"',
  '"WenQuanYi Micro Hei"',
  'system-ui',
  'sans-serif',
].join(', ');

/** Sizes that code needs; the rest stands in the style sheets. */
export const size = { row: 28, rowLoose: 32, head: 28, left: 244, right: 336, timebar: 84 } as const;

/** The face for a language: English has its own narrow quotes and dashes. */
export const fontOf = (lang: 'zh-CN' | 'en'): string => (lang === 'en' ? `"Qy Punctuation", ${fontUi}` : fontUi);

/** Puts the palette on the document, so that every style sheet follows. CSSOM calls need no exception in the page's policy. */
export function applyPalette(mode: Mode): void {
  const root = document.documentElement;
  for (const [name, value] of Object.entries(palette[mode])) root.style.setProperty(`--${name}`, value);
  root.style.colorScheme = mode;
  root.dataset.mode = mode;
}
