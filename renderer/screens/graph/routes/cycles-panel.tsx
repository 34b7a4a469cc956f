import { Button, InputNumber, Segmented } from 'antd';
import { type FormEvent, useState } from 'react';
import { isDay } from '../../../../shared/evidence/day.ts';
import type { Answer, Ask } from '../../../../shared/protocol/requests.ts';
import { useKept } from '../../../app/store.ts';
import { useWords } from '../../../app/words.ts';
import { useAnswer } from '../../../client/queries.ts';
import { shortName } from '../../../graph/measure.ts';
import { DayField } from '../../../parts/day-field.tsx';
import { moneyText } from '../../../parts/show.ts';
import { SourceLink } from '../../../parts/source-link.tsx';
import { Answered } from '../../../parts/states.tsx';
import { Field } from './field.tsx';
import { preview, useRouteDeeds } from './layers.ts';
import { HubTick } from './limit-fields.tsx';
import { reveal, Span } from './lines.tsx';
import { RoutePanel } from './route-panel.tsx';
import { StopButton } from './stop-button.tsx';

interface CycleDraft {
  readonly whole: boolean;
  readonly minLength: number;
  readonly maxLength: number;
  readonly windowDays: number;
  readonly keepPercent: number;
  readonly yuan: number | null;
  readonly ordered: boolean;
  readonly since: string;
  readonly until: string;
  readonly excludeHubs: boolean;
}

const free: CycleDraft = {
  whole: false,
  minLength: 2,
  maxLength: 5,
  windowDays: 90,
  keepPercent: 50,
  yuan: null,
  ordered: true,
  since: '',
  until: '',
  excludeHubs: true,
};

const askOf = (parties: readonly number[], draft: CycleDraft): Ask<'graph.cycles'> => ({
  parties: draft.whole ? [] : parties.slice(0, 50),
  minLength: Math.min(draft.minLength, draft.maxLength),
  maxLength: draft.maxLength,
  windowDays: draft.windowDays,
  keep: draft.keepPercent / 100,
  ordered: draft.ordered,
  minFen: Math.round((draft.yuan ?? 0) * 100),
  ...(isDay(draft.since) && { since: draft.since }),
  ...(isDay(draft.until) && { until: draft.until }),
  excludeHubs: draft.excludeHubs,
});

/** 回流: money that comes back to where it began, through the chosen parties or anywhere in the case. */
export function CyclesPanel({ parties, close }: { parties: readonly number[]; close(): void }) {
  const { t } = useWords();
  const [kept, setDraft] = useKept<CycleDraft>('graph.cycle-conditions', free);
  const draft = parties.length === 0 ? { ...kept, whole: true } : kept;
  const [asked, setAsked] = useState(() => askOf(parties, draft));
  const [open, setOpen] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(askOf(parties, draft));
    setOpen(false);
  };
  const number = (
    key: 'minLength' | 'maxLength' | 'windowDays' | 'keepPercent',
    label: string,
    min: number,
    max: number,
  ) => (
    <InputNumber
      size="small"
      min={min}
      max={max}
      precision={0}
      style={{ width: 70 }}
      aria-label={label}
      value={draft[key]}
      onChange={(value) => setDraft({ ...draft, [key]: value ?? free[key] })}
    />
  );
  return (
    <RoutePanel title={t('routes.cycles')} close={close}>
      <form className="col g6" onSubmit={submit}>
        <Field label={t('routes.scope')}>
          <Segmented
            size="small"
            aria-label={t('routes.scope')}
            value={draft.whole ? 'whole' : 'chosen'}
            onChange={(value) => {
              const next = { ...draft, whole: value === 'whole' };
              setDraft(next);
              setAsked(askOf(parties, next));
            }}
            options={[
              {
                value: 'chosen',
                label:
                  parties.length === 0 ? t('routes.scopes.none') : t('routes.scopes.chosen', { count: parties.length }),
                disabled: parties.length === 0,
              },
              { value: 'whole', label: t('routes.scopes.whole') },
            ]}
          />
        </Field>
        <Field label={t('routes.ordered')}>
          <Segmented
            size="small"
            aria-label={t('routes.ordered')}
            value={draft.ordered ? 'ordered' : 'free'}
            onChange={(value) => {
              const next = { ...draft, ordered: value === 'ordered' };
              setDraft(next);
              setAsked(askOf(parties, next));
            }}
            options={(['ordered', 'free'] as const).map((value) => ({ value, label: t(`routes.orderings.${value}`) }))}
          />
          <span className="grow" />
          <button type="button" className="link s12" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('routes.conditions')}
          </button>
        </Field>
        {open && (
          <>
            <Field label={t('routes.length')}>
              {number('minLength', t('routes.length'), 2, 6)}
              <span className="t3 s12">{t('routes.to2')}</span>
              {number('maxLength', `${t('routes.length')} ${t('routes.to2')}`, 2, 6)}
            </Field>
            <Field label={t('routes.window')}>
              {number('windowDays', t('routes.window'), 0, 3650)}
              <span className="t3 s12">{t('routes.days')}</span>
            </Field>
            <Field label={t('routes.keep')}>
              {number('keepPercent', t('routes.keep'), 0, 100)}
              <span className="t3 s12">%</span>
            </Field>
            <Field label={t('routes.minRow')}>
              <InputNumber
                size="small"
                min={0}
                style={{ width: 130 }}
                aria-label={t('routes.minRow')}
                value={draft.yuan}
                onChange={(yuan) => setDraft({ ...draft, yuan })}
              />
              <span className="t3 s12">{t('routes.unit')}</span>
            </Field>
            <Field label={t('routes.period')}>
              <DayField
                label={t('routes.since')}
                text={draft.since}
                change={(since) => setDraft({ ...draft, since })}
              />
              <span className="t3">–</span>
              <DayField
                label={t('routes.until')}
                text={draft.until}
                change={(until) => setDraft({ ...draft, until })}
              />
            </Field>
            <div className="row g6">
              <HubTick draft={draft} change={setDraft} />
              <span className="grow" />
              <Button type="primary" size="small" htmlType="submit">
                {t('routes.find')}
              </Button>
            </div>
          </>
        )}
      </form>
      <Circles key={JSON.stringify(asked)} asked={asked} />
    </RoutePanel>
  );
}

function Circles({ asked }: { asked: Ask<'graph.cycles'> }) {
  const { t } = useWords();
  const query = useAnswer('graph.cycles', asked, { waits: true });
  const [chosen, setChosen] = useState<number | null>(null);
  if (query.isFetching && query.data === undefined) return <StopButton />;
  return (
    <Answered query={query}>
      {(found) => (
        <>
          <div className="t2 s12" role="status">
            {found.total === 0
              ? t('routes.noCircles')
              : found.cycles.length < found.total
                ? t('routes.circlesOf', { shown: found.cycles.length, total: found.total })
                : t('routes.circles', { count: found.total })}
            {' · '}
            {t('routes.rowsSearched', { rows: found.rows })}
          </div>
          {found.cutOff && <div className="route-gap s12">{t('routes.cutOff', found.cutOff)}</div>}
          <div className="col scroll route-lines">
            {found.cycles.map((circle, i) => (
              <CircleLine
                key={circle.links.join(' ')}
                found={found}
                circle={circle}
                chosen={chosen === i}
                choose={() => setChosen(i)}
              />
            ))}
          </div>
        </>
      )}
    </Answered>
  );
}

type Found = Answer<'graph.cycles'>;

function CircleLine({
  found,
  circle,
  chosen,
  choose,
}: {
  found: Found;
  circle: Found['cycles'][number];
  chosen: boolean;
  choose(): void;
}) {
  const { t, lang } = useWords();
  const { fixLayer, openLink } = useRouteDeeds();
  const name = (id: number | undefined) => found.nodes.find((node) => node.id === id)?.name ?? String(id);
  const fix = () => {
    choose();
    fixLayer(
      'cycle',
      {
        nodes: found.nodes.filter(({ id }) => circle.parties.includes(id)),
        links: found.links.filter(({ id }) => circle.links.includes(id)),
      },
      {
        key: `cycle ${circle.links.toSorted().join(' ')}`,
        label: t('routes.cycleLayer', { name: shortName(name(circle.parties[0])), hops: circle.links.length }),
        links: circle.links,
      },
    );
  };
  return (
    <>
      <button
        type="button"
        className="path-line"
        aria-pressed={chosen}
        onMouseEnter={() => preview(circle.links)}
        onMouseLeave={() => preview(null)}
        onFocus={() => preview(circle.links)}
        onBlur={() => preview(null)}
        onClick={fix}
      >
        <span>{[...circle.parties, circle.parties[0]].map(name).join(' → ')}</span>
        <span className="t3 s12 path-facts">
          <span>{t('routes.rounds', { count: circle.roundsTotal })}</span>
          <span>
            {t('routes.outAndBack', { out: moneyText(circle.fen, lang), back: moneyText(circle.backFen, lang) })}
          </span>
          <Span first={circle.first} last={circle.last} />
        </span>
      </button>
      {chosen && (
        <div className="route-hops" ref={reveal}>
          {circle.rounds.map((round, n) => (
            <div key={round.rows[0]?.rowId} className="col">
              <span className="t2 s12">{t('routes.round', { n: n + 1 })}</span>
              {round.rows.map((row) => {
                const link = found.links.find(({ id }) => id === row.link);
                return (
                  <div key={row.rowId} className="col">
                    <button type="button" className="link" onClick={() => openLink(found, row.link)}>
                      {name(link?.source)} → {name(link?.target)}
                    </button>
                    <div className="row g6 s12 wrap">
                      <span className="mono t3">
                        {row.day} {row.time?.slice(0, 5)}
                      </span>
                      <span className="b">{row.fen === null ? '—' : moneyText(row.fen, lang)}</span>
                      <SourceLink source={row.source} short />
                    </div>
                  </div>
                );
              })}
            </div>
          ))}
          {circle.rounds.length < circle.roundsTotal && (
            <span className="t3 s12">
              {t('routes.roundsOf', { shown: circle.rounds.length, total: circle.roundsTotal })}
            </span>
          )}
        </div>
      )}
    </>
  );
}
