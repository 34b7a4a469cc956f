import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowsMaximize,
  IconGitFork,
  IconLayoutDistributeVertical,
  IconMinus,
  IconPhoto,
  IconPin,
  IconPlus,
  IconRoute,
  IconTrash,
} from '@tabler/icons-react';
import { Button, Dropdown, Segmented, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.ts';
import { arrange, redo, takeOff, togglePin, undo, useGraph } from './graph-store.ts';

/** The line above the chart: which view, what to do with the selection, how to look at it. */
export function Toolbar({
  view,
  onView,
  onExpand,
  onPath,
  onImage,
  children,
}: {
  view: 'chart' | 'table';
  onView(view: 'chart' | 'table'): void;
  onExpand(): void;
  onPath(): void;
  onImage(): void;
  children: ReactNode;
}) {
  const { t } = useWords();
  const { chart, selectedParties, zoom, done, undone } = useGraph();
  const some = selectedParties.length > 0;
  const last = done.at(-1);
  const next = undone.at(-1);
  const icon = (
    label: string,
    keys: string,
    Icon: typeof IconPin,
    run: () => void,
    options: { disabled?: boolean; word?: boolean } = {},
  ) => (
    <Tooltip title={keys ? `${label} ${keys}` : label}>
      <Button
        type="text"
        aria-label={label}
        disabled={options.disabled ?? false}
        icon={<Icon size={16} stroke={1.5} />}
        onClick={run}
      >
        {options.word ? label : null}
      </Button>
    </Tooltip>
  );
  return (
    <div className="tool">
      <Segmented
        size="small"
        value={view}
        onChange={onView}
        options={[
          { value: 'chart', label: t('graph.view.chart') },
          { value: 'table', label: t('graph.view.table') },
        ]}
      />
      <i className="tool-line" />
      {children}
      <i className="tool-line" />
      {icon(t('graph.expand'), 'E', IconGitFork, onExpand, { disabled: selectedParties.length !== 1, word: true })}
      {icon(t('graph.path'), 'Alt+P', IconRoute, onPath, { word: true })}
      {icon(t('graph.pin'), 'P', IconPin, () => togglePin(selectedParties), { disabled: !some })}
      {icon(t('graph.remove'), 'H', IconTrash, () => takeOff(selectedParties), { disabled: !some })}
      <Dropdown
        trigger={['click']}
        menu={{
          items: (['layered', 'force', 'concentric'] as const).map((name) => ({
            key: name,
            label: t(`graph.layouts.${name}`),
            onClick: () => arrange(name),
          })),
        }}
      >
        <Button type="text" icon={<IconLayoutDistributeVertical size={16} stroke={1.5} />}>
          {t('graph.layout')}
        </Button>
      </Dropdown>
      <span className="grow" />
      {icon(
        last
          ? t('graph.undo', { step: t(`graph.step.${last.name}`, { count: last.count }) })
          : t('graph.nothingToUndo'),
        'Ctrl+Z',
        IconArrowBackUp,
        undo,
        { disabled: !last },
      )}
      {icon(
        next
          ? t('graph.redo', { step: t(`graph.step.${next.name}`, { count: next.count }) })
          : t('graph.nothingToUndo'),
        'Ctrl+Y',
        IconArrowForwardUp,
        redo,
        { disabled: !next },
      )}
      <i className="tool-line" />
      {icon(t('graph.zoomOut'), '−', IconMinus, () => chart?.zoomBy(1 / 1.25))}
      <span className="s12 t2 zoom-now">{Math.round(zoom * 100)}%</span>
      {icon(t('graph.zoomIn'), '+', IconPlus, () => chart?.zoomBy(1.25))}
      {icon(t('graph.fit'), 'F', IconArrowsMaximize, () => chart?.fit())}
      {icon(t('graph.image'), '', IconPhoto, onImage)}
    </div>
  );
}
