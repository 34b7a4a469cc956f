import type { Shortcut } from '../../app/keyboard.ts';
import type { useWords } from '../../app/words.ts';
import { useGraph } from './graph-store.ts';
import { walkTo } from './walk.ts';

/** px by which Ctrl and an arrow key move the chart */
const PAN = 80;
const arrows = [
  ['ArrowLeft', -1, 0],
  ['ArrowRight', 1, 0],
  ['ArrowUp', 0, -1],
  ['ArrowDown', 0, 1],
] as const;

interface Hands {
  /** opens the menu of whatever the keyboard is at */
  menu(): void;
  /** shows what the keyboard is at; `isRead`: and goes there */
  inspect(isRead: boolean): void;
}

/** Walking, marking and moving with the keyboard while the canvas has the focus. With a box open, the arrows change the box. */
export function chartKeys(t: ReturnType<typeof useWords>['t'], { menu, inspect }: Hands): Shortcut[] {
  const now = useGraph.getState;
  const box = () => now().chart?.keyBox;
  const at = () => now().walked ?? now().selectedParties[0] ?? null;
  const arrow = (dx: number, dy: number, isMoved: boolean) => {
    if (box()?.isKeyBoxOpen) return useGraph.setState({ boxed: box()?.changeKeyBox(dx, dy, isMoved) ?? null });
    const next = isMoved ? null : now().chart?.nearest(at(), dx, dy);
    if (next !== null && next !== undefined) walkTo(next);
  };
  const mark = (isAdded: boolean) => {
    const { chart, selectedParties, selectedLinks } = now();
    const party = at();
    if (!chart || party === null) return;
    const others = selectedParties.filter((id) => id !== party);
    if (!isAdded) chart.select([party]);
    else if (selectedParties.includes(party)) chart.select(others, selectedLinks);
    else chart.select([...others, party], selectedLinks);
  };
  const closeBox = (how: 'select' | 'add' | 'leave') => {
    box()?.closeKeyBox(how);
    useGraph.setState({ boxed: null });
  };
  const confirm = (isAdded: boolean) => {
    if (box()?.isKeyBoxOpen) return closeBox(isAdded ? 'add' : 'select');
    if (now().walked !== null) mark(false);
    inspect(false);
  };
  return [
    {
      keys: arrows.map(([key]) => key),
      label: t('deeds.keys.walk'),
      run: (event) => arrow(...towards(event.key), false),
    },
    {
      keys: arrows.map(([key]) => `Ctrl+${key}`),
      label: t('deeds.keys.pan'),
      run: ({ key }) => now().chart?.panBy(towards(key)[0] * PAN, towards(key)[1] * PAN),
    },
    {
      keys: arrows.map(([key]) => `Shift+${key}`),
      label: t('deeds.keys.moveBox'),
      run: (event) => arrow(...towards(event.key), true),
    },
    { keys: ' ', label: t('deeds.keys.select'), run: () => mark(false) },
    { keys: 'Shift+ ', label: t('deeds.keys.add'), run: () => mark(true) },
    { keys: 'Enter', label: t('deeds.keys.inspect'), run: () => confirm(false) },
    { keys: 'Shift+Enter', label: t('deeds.keys.boxAdd'), run: () => confirm(true) },
    { keys: 'Ctrl+I', label: t('deeds.keys.read'), run: () => inspect(true) },
    { keys: 'L', label: t('deeds.keys.nextLink'), run: () => nextLink(at(), 1) },
    { keys: 'Shift+L', label: t('deeds.keys.lastLink'), run: () => nextLink(at(), -1) },
    { keys: ['ContextMenu', 'Shift+F10'], label: t('graph.menu'), run: menu },
    {
      keys: 'Escape',
      label: t('deeds.keys.leave'),
      run: () => (box()?.isKeyBoxOpen ? closeBox('leave') : leave()),
    },
  ];
}

/** Clears one thing at a time: a tool, what is highlighted, the ring of the keyboard, the selection. */
export function leave(): void {
  const { chart, tool, walked } = useGraph.getState();
  if (!chart) return;
  if (tool !== 'pan') {
    chart.setTool('pan');
    useGraph.setState({ tool: 'pan' });
  } else if (chart.isHighlighted) chart.highlight(null);
  else if (walked !== null) walkTo(null);
  else chart.select([]);
}

/** The next link of a party, the largest first. */
function nextLink(party: number | null, by: 1 | -1): void {
  const { chart, selectedLinks } = useGraph.getState();
  if (!chart || party === null) return;
  const links = chart.linksOf(party);
  const here = links.findIndex(({ id }) => id === selectedLinks[0]);
  const next = links.at(here < 0 ? (by > 0 ? 0 : -1) : (here + by) % links.length);
  if (!next) return;
  chart.select([], [next.id]);
  walkTo(party);
}

const towards = (key: string): [number, number] => {
  const found = arrows.find(([name]) => name === key);
  return found ? [found[1], found[2]] : [0, 0];
};
