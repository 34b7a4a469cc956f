import { IconArrowsUpDown } from '@tabler/icons-react';
import { Button, InputNumber, Segmented } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Ask } from '../../../../shared/protocol/requests.ts';
import { useKept } from '../../../app/store.ts';
import { useWords } from '../../../app/words.ts';
import { useGraph } from '../graph-store.ts';
import { Field } from './field.tsx';
import { freeHops, freeLimits, HopsField, type LimitDraft, LimitFields, limitsOf } from './limit-fields.tsx';
import { PartyField } from './party-field.tsx';
import { PathAnswer } from './path-answer.tsx';
import { RoutePanel } from './route-panel.tsx';

export interface PathDraft extends LimitDraft {
  readonly direction: 'any' | 'along' | 'against';
  readonly order: 'none' | 'strict' | 'tolerant';
  readonly maxGap: number | null;
  readonly maxHops: number;
  readonly limit: 1 | 10 | 200;
}

const freePath: PathDraft = {
  ...freeLimits,
  direction: 'any',
  order: 'none',
  maxGap: null,
  maxHops: freeHops,
  limit: 10,
};

interface End {
  readonly id: number;
  readonly name: string;
}

const askOf = (from: End | null, to: End | null, draft: PathDraft): Ask<'graph.path'> | null =>
  from && to && from.id !== to.id
    ? {
        from: from.id,
        to: to.id,
        direction: draft.direction,
        order: draft.order,
        ...(draft.order !== 'none' && draft.maxGap !== null && { maxGap: draft.maxGap }),
        maxHops: draft.maxHops,
        limit: draft.limit,
        ...limitsOf(draft),
      }
    : null;

/** 查找路径: how two parties hang together, under conditions that are kept for the next question. */
export function PathPanel({ parties, close }: { parties: readonly number[]; close(): void }) {
  const { t } = useWords();
  const chart = useGraph((graph) => graph.chart);
  const endOf = (id: number | undefined): End | null =>
    id === undefined ? null : { id, name: chart?.node(id)?.name ?? `#${id}` };
  const [from, setFrom] = useState(() => endOf(parties[0]));
  const [to, setTo] = useState(() => endOf(parties[1]));
  const [draft, setDraft] = useKept<PathDraft>('graph.path-conditions', freePath);
  const [asked, setAsked] = useState(() => askOf(from, to, draft));
  const [open, setOpen] = useState(asked === null);
  const ask = (next: PathDraft, ends: readonly [End | null, End | null] = [from, to]) => {
    const question = askOf(...ends, next);
    if (!question) return;
    setDraft(next);
    setAsked(question);
    setOpen(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask(draft);
  };
  return (
    <RoutePanel title={t('routes.path')} close={close}>
      <form className="col g6" onSubmit={submit}>
        <div className="row g6">
          <div className="col g4 grow">
            <PartyField label={t('routes.from')} name={from?.name} focus={from === null} choose={setFrom} />
            <PartyField label={t('routes.to')} name={to?.name} focus={from !== null && to === null} choose={setTo} />
          </div>
          <Button
            type="text"
            size="small"
            aria-label={t('routes.swap')}
            icon={<IconArrowsUpDown size={16} stroke={1.5} />}
            onClick={() => {
              setFrom(to);
              setTo(from);
              ask(draft, [to, from]);
            }}
          />
        </div>
        {open ? (
          <PathConditions draft={draft} change={setDraft} />
        ) : (
          <div className="row g6">
            <Summary draft={draft} />
            <button type="button" className="link s12" onClick={() => setOpen(true)}>
              {t('routes.change')}
            </button>
          </div>
        )}
        {(open || askOf(from, to, draft)?.from !== asked?.from || askOf(from, to, draft)?.to !== asked?.to) && (
          <div className="row g6">
            <span className="t3 s12 grow">
              {from && to && from.id === to.id ? t('routes.same') : !from || !to ? t('routes.chooseBoth') : ''}
            </span>
            <Button type="primary" size="small" htmlType="submit" disabled={!from || !to || from.id === to.id}>
              {t('routes.find')}
            </Button>
          </div>
        )}
      </form>
      {asked && (
        <PathAnswer key={JSON.stringify(asked)} asked={asked} relax={(change) => ask({ ...draft, ...change })} />
      )}
    </RoutePanel>
  );
}

/** The conditions in one line. */
function Summary({ draft }: { draft: PathDraft }) {
  const { t } = useWords();
  const conditions = [
    t(`routes.directions.${draft.direction}`),
    `≤ ${t('routes.hops', { count: draft.maxHops })}`,
    t(`routes.limits.${limitKeys[draft.limit]}`),
    ...(draft.order === 'none' ? [] : [t(`routes.orders.${draft.order}`)]),
    ...(draft.yuan ? [`≥ ${draft.yuan} ${t('routes.unit')}`] : []),
    ...(draft.since || draft.until ? [`${draft.since}–${draft.until}`] : []),
    ...(draft.excludeHubs ? [t('routes.excludeHubs')] : []),
  ].join(' · ');
  return (
    <span className="t2 s12 grow ell" title={conditions}>
      {conditions}
    </span>
  );
}

const limitKeys = { 1: 'one', 10: 'ten', 200: 'all' } as const;

function PathConditions({ draft, change }: { draft: PathDraft; change(draft: PathDraft): void }) {
  const { t } = useWords();
  return (
    <>
      <Field label={t('routes.direction')}>
        <Segmented
          size="small"
          aria-label={t('routes.direction')}
          value={draft.direction}
          onChange={(direction) => change({ ...draft, direction })}
          options={(['any', 'along', 'against'] as const).map((value) => ({
            value,
            label: t(`routes.directions.${value}`),
          }))}
        />
      </Field>
      <LimitFields draft={draft} change={(limits) => change({ ...draft, ...limits })} />
      <Field label={t('routes.order')} tip={t('routes.orderTip')}>
        <Segmented
          size="small"
          aria-label={t('routes.order')}
          value={draft.order}
          onChange={(order) => change({ ...draft, order })}
          options={(['none', 'strict', 'tolerant'] as const).map((value) => ({
            value,
            label: t(`routes.orders.${value}`),
          }))}
        />
      </Field>
      {draft.order !== 'none' && (
        <>
          <Field label={t('routes.maxGap')}>
            <InputNumber
              size="small"
              min={0}
              max={3650}
              precision={0}
              style={{ width: 90 }}
              aria-label={t('routes.maxGap')}
              placeholder={t('routes.anyGap')}
              value={draft.maxGap}
              onChange={(maxGap) => change({ ...draft, maxGap })}
            />
            <span className="t3 s12">{t('routes.days')}</span>
          </Field>
          <p className="t3 s12 route-note">{t('routes.orderTip')}</p>
        </>
      )}
      <HopsField hops={draft.maxHops} change={(maxHops) => change({ ...draft, maxHops })} />
      <Field label={t('routes.results')}>
        <Segmented
          size="small"
          aria-label={t('routes.results')}
          value={draft.limit}
          onChange={(limit) => change({ ...draft, limit })}
          options={([1, 10, 200] as const).map((value) => ({ value, label: t(`routes.limits.${limitKeys[value]}`) }))}
        />
      </Field>
    </>
  );
}
