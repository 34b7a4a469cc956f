import { IconMinus, IconPlus } from '@tabler/icons-react';
import { Button, Dropdown, Segmented, Tooltip } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { printKeys } from '../../app/keyboard.ts';
import { useWords } from '../../app/words.ts';
import type { useActions } from './actions/use-actions.tsx';
import { useGraph } from './graph-store.ts';

type Tool = ReturnType<typeof useActions>['tools'][number];

/** The line above the chart: which view, what to do with the selection, how to look at it. */
export function Toolbar({
  view,
  onView,
  tools,
  children,
}: {
  view: 'chart' | 'table';
  onView(view: 'chart' | 'table'): void;
  tools: readonly Tool[];
  children: ReactNode;
}) {
  const { t } = useWords();
  const { chart, zoom } = useGraph();
  const left = tools.filter(({ action }) => action.group !== 'look' && action.group !== 'history');
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
      {left.map((tool) => (
        <ToolButton key={tool.action.id} tool={tool} />
      ))}
      <span className="grow" />
      {tools
        .filter(({ action }) => action.group === 'history')
        .map((tool) => (
          <ToolButton key={tool.action.id} tool={tool} />
        ))}
      <i className="tool-line" />
      <Tooltip title={`${t('graph.zoomOut')} −`}>
        <Button
          type="text"
          aria-label={t('graph.zoomOut')}
          icon={<IconMinus size={16} stroke={1.5} />}
          onClick={() => chart?.zoomBy(1 / 1.25)}
        />
      </Tooltip>
      <span className="s12 t2 zoom-now">{Math.round(zoom * 100)}%</span>
      <Tooltip title={`${t('graph.zoomIn')} +`}>
        <Button
          type="text"
          aria-label={t('graph.zoomIn')}
          icon={<IconPlus size={16} stroke={1.5} />}
          onClick={() => chart?.zoomBy(1.25)}
        />
      </Tooltip>
      {tools
        .filter(({ action }) => action.group === 'look')
        .map((tool) => (
          <ToolButton key={tool.action.id} tool={tool} />
        ))}
    </div>
  );
}

function ToolButton({ tool: { action, label, possible, run, items } }: { tool: Tool }) {
  const { icon: Icon, keys } = action;
  const key = keys === undefined ? '' : printKeys(typeof keys === 'string' ? keys : keys[0]!);
  const button = (
    <Button
      type="text"
      aria-label={label}
      disabled={!possible}
      icon={Icon ? <Icon size={16} stroke={1.5} /> : null}
      {...(items ? {} : { onClick: run })}
    >
      {action.toolbar === 'word' ? label : null}
    </Button>
  );
  return (
    <Fragment>
      {items ? (
        <Dropdown
          trigger={['click']}
          menu={{ items: items.map((item) => ({ key: item.key, label: item.label, onClick: item.run })) }}
        >
          {button}
        </Dropdown>
      ) : (
        <Tooltip title={key ? `${label} ${key}` : label}>{button}</Tooltip>
      )}
    </Fragment>
  );
}
