import { IconChevronDown, IconDots, IconMinus, IconPlus } from '@tabler/icons-react';
import { Button, Dropdown, type MenuProps, Segmented, Tooltip } from 'antd';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { printKeys } from '../../app/keyboard.ts';
import { useWords } from '../../app/words.ts';
import { type ActionGroup, actionGroups } from './actions/action.ts';
import type { useActions } from './actions/use-actions.tsx';
import { useGraph } from './graph-store.ts';

type Tool = ReturnType<typeof useActions>['tools'][number];

/** At the right end: they are about the picture as a whole. */
const atTheEnd: readonly ActionGroup[] = ['history', 'look'];
/** Which groups give way to a drop-down where the line is too narrow, the first first. */
const givingWay: readonly ActionGroup[] = ['select', 'keep', 'arrange', 'sight', 'analyse', 'open', 'enter', 'explore'];

/** When all have given way, everything moves closer together … */
const TIGHT = givingWay.length + 1;
/** … then what has a sign of its own leaves its word to the tooltip … */
const BARE = TIGHT + 1;
/** … what still does not fit goes into one menu at the end, group by group, so that all tools stay in one line and none is cut off … */
const IN_MORE = BARE + givingWay.length;
/** … and last the size of the picture is not told. */
const LAST = IN_MORE + 1;

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
  const line = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState(0);
  useEffect(() => {
    const { current } = line;
    if (!current) return;
    let width = current.clientWidth;
    const resized = new ResizeObserver(() => {
      if (current.clientWidth > width) setFolded(0);
      width = current.clientWidth;
    });
    resized.observe(current);
    return () => resized.disconnect();
  }, []);
  // drawn, measured, and drawn again with one group less until everything fits
  useLayoutEffect(() => {
    const { current } = line;
    if (current && current.scrollWidth > current.clientWidth && folded < LAST) setFolded(folded + 1);
  });
  const of = (group: ActionGroup) => tools.filter(({ action }) => action.group === group);
  const over = givingWay.slice(0, Math.max(0, folded - BARE)).filter((group) => of(group).length > 0);
  return (
    <div
      className={['tool', folded >= TIGHT && 'tight', folded >= BARE && 'bare', folded === LAST && 'least']
        .filter(Boolean)
        .join(' ')}
      ref={line}
    >
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
      {actionGroups
        .filter((group) => !atTheEnd.includes(group) && !over.includes(group))
        .map((group) => (
          <ToolGroup
            key={group}
            group={group}
            tools={of(group)}
            isFolded={givingWay.slice(0, folded).includes(group)}
            isBare={folded >= BARE}
          />
        ))}
      {over.length > 0 && (
        <Dropdown
          trigger={['click']}
          rootClassName="chart-menu"
          menu={{
            items: over.map((group) => ({
              key: group,
              label: t(`deeds.groups.${group}`),
              children: linesOf(of(group)),
            })),
          }}
        >
          <Button
            type="text"
            title={t('deeds.more')}
            aria-label={t('deeds.more')}
            icon={<IconDots size={16} stroke={1.5} />}
          />
        </Dropdown>
      )}
      <span className="grow" />
      <ToolGroup group="history" tools={of('history')} />
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
      <ToolGroup group="look" tools={of('look')} />
    </div>
  );
}

/** The tools of a group: icons side by side, a single word as a button, several words in a drop-down that is named after the group. */
function ToolGroup({
  group,
  tools,
  isFolded = false,
  isBare = false,
}: {
  group: ActionGroup;
  tools: readonly Tool[];
  isFolded?: boolean;
  isBare?: boolean;
}) {
  const { t } = useWords();
  const words = isFolded ? tools : tools.filter(({ action }) => action.toolbar === 'word');
  const icons = isFolded ? [] : tools.filter(({ action }) => action.toolbar === 'icon');
  const [only] = words;
  return (
    <>
      {words.length === 1 && only && <ToolButton tool={only} isBare={isBare} />}
      {words.length > 1 && (
        <Dropdown trigger={['click']} menu={{ items: linesOf(words) }}>
          <Button type="text" className={words.some(({ pressed }) => pressed) ? 'pressed' : ''}>
            {t(`deeds.groups.${group}`)}
            <IconChevronDown size={13} stroke={1.5} aria-hidden />
          </Button>
        </Dropdown>
      )}
      {icons.map((tool) => (
        <ToolButton key={tool.action.id} tool={tool} />
      ))}
    </>
  );
}

/** Tools as lines of a menu. */
const linesOf = (tools: readonly Tool[]): NonNullable<MenuProps['items']> =>
  tools.map(({ action, label, possible, pressed, run, items }) => ({
    key: action.id,
    label: pressed ? `✓ ${label}` : label,
    disabled: !possible,
    extra: keyOf(action),
    ...(items ? { children: items } : { onClick: run }),
  }));

const keyOf = ({ keys }: Tool['action']): string =>
  keys === undefined ? '' : printKeys(typeof keys === 'string' ? keys : keys[0]!);

function ToolButton({
  tool: { action, label, possible, pressed, run, items },
  isBare = false,
}: {
  tool: Tool;
  isBare?: boolean;
}) {
  const { icon: Icon } = action;
  const key = keyOf(action);
  const button = (
    <Button
      type="text"
      aria-label={label}
      disabled={!possible}
      {...(isBare && items ? { title: label } : {})}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed, className: pressed ? 'pressed' : '' })}
      icon={Icon ? <Icon size={16} stroke={1.5} /> : null}
      {...(items ? {} : { onClick: run })}
    >
      {action.toolbar === 'word' && !(isBare && Icon) ? label : null}
    </Button>
  );
  return items ? (
    <Dropdown trigger={['click']} menu={{ items }}>
      {button}
    </Dropdown>
  ) : (
    <Tooltip title={key ? `${label} ${key}` : label}>{button}</Tooltip>
  );
}
