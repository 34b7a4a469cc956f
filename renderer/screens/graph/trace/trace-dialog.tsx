import { Checkbox, Input, InputNumber, Modal, Radio, Segmented, Tag, Tooltip } from 'antd';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { isDay } from '../../../../shared/evidence/day.ts';
import { MAX_LAYERS, traceDirections, traceStops } from '../../../../shared/protocol/trace-words.ts';
import { inLang, useWords } from '../../../app/words.ts';
import { useAnswer } from '../../../client/queries.ts';
import { DayField } from '../../../parts/day-field.tsx';
import { Answered } from '../../../parts/states.tsx';
import { drawTrace, type TraceAsk } from './trace-state.ts';

const FEN = 100;

/** 资金追踪: from where, which way, how far, by which method. `name` gives the name of a party. */
export function TraceDialog({
  start,
  name,
  close,
}: {
  readonly start: TraceAsk;
  readonly name: (party: number) => string;
  close(): void;
}) {
  const { t, lang } = useWords();
  const methods = useAnswer('trace.methods', {});
  const form = useId();
  const [ask, setAsk] = useState(start);
  const [accounts, setAccounts] = useState((start.seeds.accounts ?? []).join('，'));
  // one change may follow another before the first is drawn
  const set = (change: Partial<TraceAsk>) => setAsk((now) => ({ ...now, ...change }));
  const { parties = [], pairs = [], rows = [] } = ask.seeds;
  const numbers = accounts.split(/[，,;；、\s]+/).filter((text) => text !== '');
  const hasSeed = parties.length + pairs.length + rows.length + numbers.length > 0;
  const [from, to] = [ask.from ?? '', ask.to ?? ''];
  const daysStand = [from, to].every((day) => day === '' || isDay(day));
  const money = (key: 'minRow' | 'minTotal') => (
    <InputNumber<number>
      size="small"
      aria-label={t(`trace.${key}`)}
      min={0}
      precision={2}
      style={{ width: 120 }}
      suffix={t('trace.yuan')}
      value={(ask[key] ?? 0) / FEN}
      onChange={(yuan) => set({ [key]: Math.round((yuan ?? 0) * FEN) })}
    />
  );
  const run = (event: FormEvent) => {
    event.preventDefault();
    if (!hasSeed || !daysStand) return;
    const { from: _from, to: _to, ...rest } = ask;
    drawTrace({
      ...rest,
      ...(from === '' ? {} : { from }),
      ...(to === '' ? {} : { to }),
      seeds: { ...ask.seeds, accounts: numbers },
    });
    close();
  };
  return (
    <Modal
      open
      centered
      width={680}
      title={t('trace.title')}
      okText={t('trace.run')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !hasSeed || !daysStand, form, htmlType: 'submit', autoFocus: hasSeed }}
      onCancel={close}
    >
      <form id={form} className="trace-form" onSubmit={run}>
        <Line label={t('trace.seeds')}>
          {!hasSeed && <span className="t3">{t('trace.seedNone')}</span>}
          {parties.map((party) => (
            <Tag
              key={party}
              closable
              onClose={() => set({ seeds: { ...ask.seeds, parties: parties.filter((each) => each !== party) } })}
            >
              {name(party)}
            </Tag>
          ))}
          {pairs.map((pair) => (
            <Tag
              key={`${pair.payer} ${pair.payee}`}
              closable
              onClose={() => set({ seeds: { ...ask.seeds, pairs: pairs.filter((each) => each !== pair) } })}
            >
              {t('trace.seedPair', { from: name(pair.payer), to: name(pair.payee) })}
            </Tag>
          ))}
        </Line>
        <Line label={t('trace.accounts')}>
          <Input
            size="small"
            className="mono"
            aria-label={t('trace.accounts')}
            placeholder={t('trace.accountsHint')}
            value={accounts}
            onChange={(event) => setAccounts(event.target.value)}
          />
        </Line>
        <Line label={t('trace.direction')}>
          <Segmented
            size="small"
            aria-label={t('trace.direction')}
            value={ask.direction ?? 'down'}
            onChange={(direction) => set({ direction })}
            options={traceDirections.map((value) => ({ value, label: t(`trace.directions.${value}`) }))}
          />
          <span className="row g6 nw">
            <span className="t2">{t('trace.layers')}</span>
            <InputNumber
              size="small"
              aria-label={t('trace.layers')}
              min={1}
              max={MAX_LAYERS}
              precision={0}
              style={{ width: 64 }}
              value={ask.layers ?? 3}
              onChange={(layers) => set({ layers: layers ?? 1 })}
            />
          </span>
        </Line>
        <Line label={t('trace.seedDays')}>
          <DayField label={t('trace.from')} text={from} change={(day) => set({ from: day })} />
          <span className="t3">–</span>
          <DayField label={t('trace.to')} text={to} change={(day) => set({ to: day })} />
        </Line>
        <Line label={t('trace.thresholds')}>
          <span className="t2">{t('trace.minRow')}</span>
          {money('minRow')}
          <span className="t2">{t('trace.minTotal')}</span>
          {money('minTotal')}
          <span className="t2">{t('trace.minShare')}</span>
          <InputNumber
            size="small"
            aria-label={t('trace.minShare')}
            min={0}
            max={100}
            style={{ width: 76 }}
            suffix="%"
            value={ask.minShare ?? 0}
            onChange={(minShare) => set({ minShare: minShare ?? 0 })}
          />
        </Line>
        <Line label={t('trace.window')}>
          <span className="t2">{t('trace.windowBefore')}</span>
          <InputNumber
            size="small"
            aria-label={t('trace.window')}
            min={0}
            max={3650}
            precision={0}
            style={{ width: 72 }}
            value={ask.withinDays ?? null}
            onChange={(days) => {
              const { withinDays: _, ...rest } = ask;
              setAsk(days === null ? rest : { ...rest, withinDays: days });
            }}
          />
          <span className="t2">{t('trace.windowAfter')}</span>
        </Line>
        <Line label={t('trace.method')}>
          <Answered query={methods}>
            {({ methods: all }) => (
              <Radio.Group
                className="col trace-methods"
                aria-label={t('trace.method')}
                value={ask.method ?? 'fifo'}
                onChange={({ target }) => set({ method: target.value })}
              >
                {all.map((method) => (
                  <Radio key={method.id} value={method.id}>
                    <span className="b">{inLang(method.words, lang)}</span>
                    <span className="s12 t2 trace-explained">{inLang(method.explained, lang)}</span>
                  </Radio>
                ))}
                <span className="s12 tone-mid">{t('trace.differs')}</span>
              </Radio.Group>
            )}
          </Answered>
        </Line>
        <Line label={t('trace.stops')}>
          <Tooltip title={t('trace.stopAlwaysWhy')}>
            <Checkbox checked disabled>
              {t('trace.stopAlways')}
            </Checkbox>
          </Tooltip>
          {traceStops.map((stop) => (
            <Tooltip key={stop} title={t(`trace.stopWhy.${stop}`)}>
              <Checkbox
                checked={(ask.stops ?? []).includes(stop)}
                onChange={({ target }) =>
                  set({
                    stops: traceStops.filter((each) =>
                      each === stop ? target.checked : (ask.stops ?? []).includes(each),
                    ),
                  })
                }
              >
                {t(`trace.stop.${stop}`)}
              </Checkbox>
            </Tooltip>
          ))}
        </Line>
      </form>
    </Modal>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <span className="t2 trace-label">{label}</span>
      <div className="row g6 trace-line">{children}</div>
    </>
  );
}
