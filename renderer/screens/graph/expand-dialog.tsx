import { Checkbox, InputNumber, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { linkKind, partyKind } from '../../../shared/ontology/index.ts';
import type { ExpandGroup } from '../../../shared/protocol/graph.requests.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { isComposing } from '../../app/keyboard.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { Mark } from '../../parts/mark.tsx';
import { Money } from '../../parts/money.tsx';
import { countText } from '../../parts/show.ts';
import { Answered } from '../../parts/states.tsx';
import { mostNew } from './chart-room.ts';
import { MANY, mayAdd } from './expand-all.ts';
import { expand, useGraph } from './graph-store.ts';
import { tellExpanded } from './tell-expanded.ts';

type Group = Answer<'graph.expand-preview'>['groups'][number];
const orders = ['amount', 'rows', 'recent'] as const;
const keyOf = ({ kind, direction, drawnAs }: ExpandGroup) => `${kind} ${direction} ${drawnAs}`;

/** 展开: counts and sums by kind of link and kind of party, and how many would come, before anything is added. */
export function ExpandDialog({ party, close }: { party: number; close(): void }) {
  const { t, lang } = useWords();
  const { attempt, confirm, say } = useAsk();
  const chart = useGraph((graph) => graph.chart);
  const [shown] = useState(() => chart?.parties ?? []);
  const query = useAnswer('graph.expand-preview', { party, shown: [...shown] });
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const [order, setOrder] = useState<(typeof orders)[number]>('amount');
  const [take, setTake] = useState(20);
  const groups = query.data?.groups ?? [];
  const only = groups
    .filter((group) => !dropped.has(keyOf(group)))
    .map(({ kind, direction, drawnAs }) => ({ kind, direction, drawnAs }));
  // a party can stand in several groups: how many would come is counted once each
  const counted = useAnswer(
    'graph.neighbours',
    { party, shown: [...shown], only, limit: 1 },
    { enabled: query.data !== undefined, keep: true },
  );
  const left = counted.data?.newTotal ?? 0;
  const most = chart ? mostNew(chart) : 0;
  const count = Math.min(take, left, most);
  const name = chart?.node(party)?.name ?? '';
  const total = query.data?.total ?? 0;
  const add = async () => {
    if (count === 0 || !(await mayAdd(count, name, { t, confirm }))) return;
    close();
    await attempt(async () => tellExpanded(await expand(party, count, { only, order }), { t, say }));
  };
  return (
    <Modal
      open
      centered
      width={lang === 'en' ? 680 : 600}
      title={t('graph.expandTitle', { name })}
      okText={t('graph.expandDo', { count })}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: count === 0 }}
      onCancel={close}
      onOk={() => void add()}
    >
      <Answered query={query}>
        {() =>
          groups.length === 0 ? (
            <p>{t('graph.expandNone')}</p>
          ) : (
            <>
              {total > MANY && <p className="note-hub s12">{t('deeds.expand.hub', { name, count: total })}</p>}
              <Groups groups={groups} dropped={dropped} change={setDropped} />
              <div className="row g6 pad-line wrap">
                <span>{t('deeds.expand.order')}</span>
                <Segmented
                  size="small"
                  value={order}
                  onChange={setOrder}
                  options={orders.map((value) => ({ value, label: t(`deeds.expand.orders.${value}`) }))}
                />
                <span>{t('deeds.expand.take')}</span>
                <InputNumber
                  autoFocus
                  size="small"
                  style={{ width: 84 }}
                  min={1}
                  max={Math.max(1, most)}
                  aria-label={t('deeds.expand.take')}
                  value={take}
                  onChange={(value) => setTake(value ?? 1)}
                  onKeyDown={(event) => event.key === 'Enter' && !isComposing(event.nativeEvent) && void add()}
                />
                <span className="t2">{t('deeds.expand.of', { count: left })}</span>
                {left > most && <span className="t3 s12">{t('deeds.expand.most', { count: most })}</span>}
              </div>
            </>
          )
        }
      </Answered>
    </Modal>
  );
}

function Groups({
  groups,
  dropped,
  change,
}: {
  groups: readonly Group[];
  dropped: ReadonlySet<string>;
  change(dropped: ReadonlySet<string>): void;
}) {
  const { t, lang } = useWords();
  const toggle = (key: string) => {
    const next = new Set(dropped);
    if (!next.delete(key)) next.add(key);
    change(next);
  };
  return (
    <div className="expand-groups">
      <table className="g small">
        <colgroup>
          <col style={{ width: '30%' }} />
          <col />
          <col style={{ width: lang === 'en' ? 108 : 96 }} />
          <col style={{ width: 64 }} />
          <col style={{ width: lang === 'en' ? 132 : 104 }} />
        </colgroup>
        <thead>
          <tr>
            <th>
              <Checkbox
                checked={dropped.size === 0}
                indeterminate={dropped.size > 0 && dropped.size < groups.length}
                onChange={() => change(dropped.size === 0 ? new Set(groups.map(keyOf)) : new Set())}
              >
                {t('deeds.expand.group')}
              </Checkbox>
            </th>
            <td />
            <th className="num">{t('deeds.expand.cols.shown')}</th>
            <th className="num">{t('deeds.expand.cols.rows')}</th>
            <th className="num">{t('deeds.expand.cols.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={keyOf(group)}>
              <td>
                <Checkbox checked={!dropped.has(keyOf(group))} onChange={() => toggle(keyOf(group))}>
                  {group.direction === 'out' ? '→ ' : '← '}
                  {inLang(linkKind(group.kind)?.words ?? { zh: group.kind, en: group.kind }, lang)}
                </Checkbox>
              </td>
              <td>
                <span className="row g6">
                  <Mark drawnAs={group.drawnAs} size={16} />
                  {inLang(partyKind(group.drawnAs)?.words ?? { zh: '', en: '' }, lang)}
                </span>
              </td>
              <td className="num">
                {countText(group.shown)} / {countText(group.parties)}
              </td>
              <td className="num">{countText(group.rows)}</td>
              <td className="num">{group.fen === null ? '' : <Money fen={group.fen} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
