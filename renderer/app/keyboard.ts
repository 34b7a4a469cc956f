import { useEffect, useRef } from 'react';

/** One shortcut: `keys` such as 'Ctrl+K', 'Alt+ArrowLeft', 'J'; `label` is what the shortcut sheet says. */
export interface Shortcut {
  readonly keys: string | readonly string[];
  readonly label: string;
  run(event: KeyboardEvent): void;
}

interface Layer {
  readonly where: 'everywhere' | 'here';
  readonly shortcuts: () => readonly Shortcut[];
  readonly within: () => ReadonlyArray<HTMLElement | null> | undefined;
}

/** What listens now, the innermost last. The shortcut sheet reads the same list, so it cannot promise a key that does nothing. */
const layers: Layer[] = [];

/**
 * Registers shortcuts while the component is mounted. Single letters do nothing while a person types or composes with an input
 * method; with `within` they need the focus inside one of these elements.
 */
export function useShortcuts(
  where: Layer['where'],
  shortcuts: readonly Shortcut[],
  ...within: ReadonlyArray<{ readonly current: HTMLElement | null }>
): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const places = useRef(within);
  places.current = within;
  useEffect(() => {
    const layer: Layer = {
      where,
      shortcuts: () => latest.current,
      within: () => (places.current.length > 0 ? places.current.map(({ current }) => current) : undefined),
    };
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, [where]);
}

/** The shortcuts that work now, for the sheet. */
export const shortcutsNow = (where: Layer['where']): Shortcut[] =>
  layers.filter((layer) => layer.where === where).flatMap((layer) => [...layer.shortcuts()]);

/** Starts listening; one listener for the whole window. Returns what stops it. */
export function startKeyboard(): () => void {
  const listener = (event: KeyboardEvent) => {
    if (isComposing(event) || event.defaultPrevented) return;
    const pressed = nameOf(event);
    const found = layers.toReversed().find((layer) => takes(layer, event) && pick(layer, pressed));
    if (!found) return;
    event.preventDefault();
    pick(found, pressed)?.run(event);
  };
  window.addEventListener('keydown', listener);
  return () => window.removeEventListener('keydown', listener);
}

/** Keys that belong to an input method: they compose a character and must not act or submit. 229 is what older ones send. */
export const isComposing = (event: { isComposing?: boolean; keyCode: number }): boolean =>
  event.isComposing === true || event.keyCode === 229;

const pick = (layer: Layer, pressed: string): Shortcut | undefined =>
  layer.shortcuts().find(({ keys }) => (typeof keys === 'string' ? [keys] : keys).includes(pressed));

function takes(layer: Layer, event: KeyboardEvent): boolean {
  const within = layer.within();
  if (within === undefined) return true;
  const { target } = event;
  return target instanceof Node && within.some((place) => place?.contains(target));
}

/** 'Ctrl+Shift+I', 'Alt+ArrowLeft', '?', 'J'. Typing in a field yields no name, so single keys cannot fire there. */
function nameOf(event: KeyboardEvent): string {
  const command = event.ctrlKey || event.metaKey || event.altKey;
  const special = event.key.length > 1 || event.key === ' ';
  if (!command && (isTyping(event.target) || isInDialog(event.target)) && event.key !== 'F1') return '';
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1] ?? /^Digit(\d)$/.exec(event.code)?.[1];
  // punctuation keeps the character it makes ('?'), letters and digits the key they stand on
  const key = special ? event.key : (letter ?? event.key);
  const shift = event.shiftKey && (special || letter !== undefined);
  return [event.ctrlKey || event.metaKey ? 'Ctrl+' : '', event.altKey ? 'Alt+' : '', shift ? 'Shift+' : '', key].join(
    '',
  );
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type);
}

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role="dialog"],[role="listbox"],[role="menu"]') !== null;

const shown: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  ' ': 'Space',
};

/** 'Ctrl+K' as it is printed on a key: 'Ctrl K'. */
export const printKeys = (keys: string): string =>
  keys
    .split(/\+(?=.)/)
    .map((key) => shown[key] ?? key)
    .join(' ');
