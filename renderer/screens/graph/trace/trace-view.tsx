import { IconAdjustments, IconDeviceFloppy, IconX } from '@tabler/icons-react';
import { Button, Select } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { GraphNode } from '../../../../shared/protocol/graph.requests.ts';
import type { Answer } from '../../../../shared/protocol/requests.ts';
import { useKept } from '../../../app/store.ts';
import { inLang, useWords } from '../../../app/words.ts';
import { useAnswer } from '../../../client/queries.ts';
import { useAsk } from '../../../parts/ask.ts';
import { ProgressBar } from '../../../parts/progress.tsx';
import { moneyText } from '../../../parts/show.ts';
import { FailedAnswer } from '../../../parts/states.tsx';
import { HopRows } from './hop-rows.tsx';
import { HopTable, hopsOf } from './hop-table.tsx';
import { putOnChart } from './put-on-chart.ts';
import { SaveTrace } from './save-trace.tsx';
import { TraceDialog } from './trace-dialog.tsx';
import { TraceFacts } from './trace-facts.tsx';
import { TracePicture } from './trace-picture.tsx';
import { placeTrace } from './trace-places.ts';
import { drawTrace, type TraceAsk } from './trace-state.ts';

const DRAWN = [6, 12, 30, 80] as const;

/** 资金追踪: the result in the place of the chart and the inspector; closing it gives them back. */
export function TraceView({ ask }: { readonly ask: TraceAsk }) {
  const query = useAnswer('trace.run', ask, { waits: true });
  const { t } = useWords();
  const [editing, setEditing] = useState(false);
  const nodes = useMemo(() => new Map((query.data?.nodes ?? []).map((node) => [node.id, node])), [query.data]);
  const close = () => drawTrace(null);
  const edit = () => setEditing(true);
  return (
    <>
      {query.data ? (
        <Result ask={ask} data={query.data} nodes={nodes} close={close} edit={edit} />
      ) : (
        <section className="pane col grow clip" aria-label={t('trace.title')}>
          <div className="row g6 pad-line">
            <span className="h3 grow">{t('trace.title')}</span>
            <Tools close={close} edit={edit} />
          </div>
          {query.isError ? (
            <FailedAnswer error={query.error} retry={() => void query.refetch()} />
          ) : (
            <div className="pad col g6">
              <span role="status">{t('trace.running')}</span>
              <ProgressBar wide />
            </div>
          )}
        </section>
      )}
      {editing && (
        <TraceDialog
          start={ask}
          name={(party) => nodes.get(party)?.name ?? String(party)}
          close={() => setEditing(false)}
        />
      )}
    </>
  );
}

function Tools({ close, edit }: { close(): void; edit(): void }) {
  const { t } = useWords();
  return (
    <>
      <Button size="small" icon={<IconAdjustments size={15} stroke={1.5} />} onClick={edit}>
        {t('trace.edit')}
      </Button>
      <Button
        type="text"
        size="small"
        aria-label={t('trace.close')}
        title={t('trace.close')}
        icon={<IconX size={15} stroke={1.5} />}
        onClick={close}
      />
    </>
  );
}

function Result({
  ask,
  data,
  nodes,
  close,
  edit,
}: {
  readonly ask: TraceAsk;
  readonly data: Answer<'trace.run'>;
  readonly nodes: ReadonlyMap<number, GraphNode>;
  close(): void;
  edit(): void;
}) {
  const { t, lang } = useWords();
  const { attempt, say } = useAsk();
  const methods = useAnswer('trace.methods', {});
  const [drawn, setDrawn] = useKept<number>('graph.traceDrawn', DRAWN[0]);
  const [chosen, setChosen] = useKept<{ hop: string | null; party: number | null }>('graph.traceChosen', {
    hop: null,
    party: null,
  });
  const [saving, setSaving] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 900, height: 0 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const hops = useMemo(() => hopsOf(data.sides), [data]);
  const places = useMemo(() => placeTrace(data.sides, drawn, room), [data, drawn, room]);
  const hop = hops.find(({ id }) => id === chosen.hop);
  const listed = chosen.party === null ? hops : hops.filter((each) => [each.payer, each.payee].includes(chosen.party!));
  const total = data.sides.reduce((sum, { layers }) => sum + layers.reduce((all, layer) => all + layer.hops, 0), 0);
  const method = methods.data?.methods.find(({ id }) => id === (ask.method ?? 'fifo'));
  return (
    <>
      <section className="pane col grow clip" aria-label={t('trace.title')}>
        <div className="row g6 pad-line trace-bar">
          <span className="h3 nw">{t('trace.title')}</span>
          <span className="s12 t2 ell grow">
            {data.sides
              .filter(({ seedRows }) => seedRows > 0)
              .map(({ direction, seedFen }) => `${t(`trace.directions.${direction}`)} ${moneyText(seedFen, lang)}`)
              .join(' · ')}
            {method && ` · ${inLang(method.words, lang)}`}
          </span>
          <span className="s12 t2 nw">{t('trace.drawn')}</span>
          <Select
            size="small"
            aria-label={t('trace.drawn')}
            style={{ width: 72 }}
            value={drawn}
            onChange={setDrawn}
            options={DRAWN.map((count) => ({ value: count, label: t('trace.drawnParties', { count }) }))}
          />
          <Button
            size="small"
            onClick={() =>
              void attempt(async () => {
                say(t('trace.putDone', { count: await putOnChart(ask, data.sides, drawn) }));
              })
            }
          >
            {t('trace.put')}
          </Button>
          <Button size="small" icon={<IconDeviceFloppy size={15} stroke={1.5} />} onClick={() => setSaving(true)}>
            {t('trace.save')}
          </Button>
          <Tools close={close} edit={edit} />
        </div>
        <div className="trace-canvas" ref={box} style={{ maxHeight: places.tallest + 2 }}>
          <TracePicture
            places={places}
            nodes={nodes}
            chosenHop={chosen.hop}
            chosenParty={chosen.party}
            onHop={(id) => setChosen({ hop: id === chosen.hop ? null : id, party: null })}
            onParty={(party) => setChosen({ hop: null, party })}
          />
        </div>
        <div className="row g6 pad-line trace-table-head">
          <span className="h3 nw">{t('trace.hops')}</span>
          <span className="s12 t3">{t('trace.hopsOf', { shown: listed.length, total })}</span>
          {chosen.party !== null && <span className="chip">{nodes.get(chosen.party)?.name}</span>}
        </div>
        <div className="trace-table clip">
          <HopTable
            hops={listed}
            nodes={nodes}
            chosen={chosen.hop}
            onChoose={(id) => setChosen({ ...chosen, hop: id })}
          />
        </div>
      </section>
      <aside className="pane col inspector" aria-label={t('trace.rested')}>
        {hop ? (
          <HopRows key={hop.id} ask={ask} hop={hop} nodes={nodes} close={() => setChosen({ ...chosen, hop: null })} />
        ) : (
          <TraceFacts ask={ask} data={data} />
        )}
      </aside>
      {saving && (
        <SaveTrace
          ask={ask}
          name={t('trace.defaultName', {
            name: firstName(ask, nodes),
            direction: t(`trace.directions.${ask.direction ?? 'down'}`),
            layers: ask.layers ?? 3,
          })}
          close={() => setSaving(false)}
        />
      )}
    </>
  );
}

/** By whom a trace is called: the first it starts from. */
function firstName({ seeds }: TraceAsk, nodes: ReadonlyMap<number, GraphNode>): string {
  const party = seeds.parties?.[0] ?? seeds.pairs?.[0]?.payer;
  return (party === undefined ? seeds.accounts?.[0] : nodes.get(party)?.name) ?? '';
}
