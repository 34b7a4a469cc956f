import { fen } from '../../../../shared/evidence/fen.ts';
import { exactYuan } from '../../../../shared/evidence/show-money.ts';
import { fill } from '../../../../shared/plain/fill.ts';
import type { TraceSide } from '../../../../shared/protocol/trace.requests.ts';
import { en } from '../../../../shared/text/en/index.ts';
import { zh } from '../../../../shared/text/zh-CN/index.ts';
import { hopRows } from '../../graph/trace/hop-rows.ts';
import { traceMethod } from '../../graph/trace/methods/index.ts';
import { readTrace } from '../../graph/trace/read-trace.ts';
import { tellTrace } from '../../graph/trace/tell-trace.ts';
import { Stop } from '../../request.ts';
import { partyCard } from '../../store/party-cards.ts';
import { listTraces, readTraceQuestion, type TraceHead } from '../../store/saved-traces.ts';
import { cite } from '../cite.ts';
import type { PageValue, ReportContext, ReportPage } from '../page.ts';

/** Of each layer the largest hops, of each hop the first payments; what is left out is counted in a line of its own. */
const HOPS = 200;
const ROWS = 50;

const quietly = { progress: () => undefined, checkCancelled: () => undefined };

/** 资金追踪: each trace that was sent to the report, followed again as the case stands: how, every layer, what was not traced, and every hop with its cells. */
export const tracesPage: ReportPage = {
  id: 'traces',
  columns: [
    { title: 'traceName', kind: 'text', width: 28 },
    { title: 'traceSide', kind: 'text', width: 14 },
    { title: 'traceLayer', kind: 'count', width: 6 },
    { title: 'traceWhat', kind: 'text', width: 16 },
    { title: 'traceTold', kind: 'text', width: 56, wrap: true },
    { title: 'payer', kind: 'text', width: 30 },
    { title: 'payee', kind: 'text', width: 30 },
    { title: 'traceFen', kind: 'money', width: 18 },
    { title: 'traceWhole', kind: 'money', width: 18 },
    { title: 'traceRows', kind: 'count', width: 8 },
    { title: 'from', kind: 'day', width: 12 },
    { title: 'to', kind: 'day', width: 12 },
    { title: 'source', kind: 'text', width: 48 },
  ],
  count: (context) => [...linesOf(context)].length,
  rows: linesOf,
};

interface Line {
  readonly side?: TraceSide['direction'];
  readonly layer?: number;
  readonly what: string;
  readonly told?: string;
  readonly payer?: number;
  readonly payee?: number;
  readonly fen?: number;
  readonly whole?: number;
  readonly rows?: number;
  readonly first?: string;
  readonly last?: string;
  readonly source?: string;
}

function* linesOf(context: ReportContext): Generator<PageValue[]> {
  for (const head of listTraces(context.store).filter(({ reported }) => reported))
    for (const line of traceLines(context, head)) yield asRow(context, head, line);
}

function asRow({ store, mask, lang }: ReportContext, { name }: TraceHead, line: Line): PageValue[] {
  const words = wordsIn(lang);
  const party = (id: number | undefined) => {
    if (id === undefined) return null;
    const { kind, name: called } = partyCard(store, id);
    return mask.name(id, kind, called);
  };
  return [
    mask.free(name),
    line.side === undefined ? null : words.directions[line.side],
    line.layer ?? null,
    line.what,
    line.told ?? null,
    party(line.payer),
    party(line.payee),
    line.fen ?? null,
    line.whole ?? null,
    line.rows ?? null,
    line.first ?? null,
    line.last ?? null,
    line.source ?? null,
  ];
}

const wordsIn = (lang: ReportContext['lang']) => (lang === 'en' ? en : zh).trace;

function* traceLines(context: ReportContext, head: TraceHead): Generator<Line> {
  const { store, lang, mask, word } = context;
  const words = wordsIn(lang);
  const { question, gone } = readTraceQuestion(store, head.trace);
  const method = traceMethod(question.method);
  const said = (text: { zh: string; en: string }) => (lang === 'en' ? text.en : text.zh);
  const yuan = (amount: number) => `${exactYuan(fen(amount))} ${words.yuan}`;
  if (head.note !== '') yield { what: words.note, told: mask.free(head.note) };
  yield {
    what: word('traceMethod'),
    told: `${fill(words.methodLine, { method: said(method.words), explained: said(method.explained) })} ${words.differs}`,
  };
  yield { what: word('traceConditions'), told: conditionsOf(context, question).join(lang === 'en' ? '; ' : '；') };
  const then = { at: head.at.slice(0, 16).replace('T', ' '), actor: mask.free(head.actor) };
  yield {
    what: words.saveTitle,
    told: [
      fill(word('traceThen'), { ...then, seed: yuan(head.seedFen), reached: yuan(head.reachedFen) }),
      gone > 0 ? fill(word('traceGone'), { count: gone }) : '',
    ]
      .filter(Boolean)
      .join(lang === 'en' ? '. ' : '。'),
  };
  let found: ReturnType<typeof readTrace>;
  try {
    found = readTrace(store, question, quietly);
  } catch (thrown) {
    if (!(thrown instanceof Stop)) throw thrown;
    const problems: Readonly<Record<string, string>> = (lang === 'en' ? en : zh).problems;
    const { code, params } = thrown.problem;
    yield { what: words.rested, told: fill(word('traceFailed'), { why: fill(problems[code] ?? code, params ?? {}) }) };
    return;
  }
  const { ledger, traced } = found;
  const answer = tellTrace(store, ledger, traced, HOPS);
  yield { what: word('traceMethod'), told: fill(word('traceCounted'), { payments: answer.payments }) };
  for (const side of answer.sides) {
    const { direction } = side;
    for (const { layer, fen: arrived, parties, rests, rows, hops, hopsShown } of side.layers) {
      yield {
        side: direction,
        layer,
        what: layer === 0 ? words.seedLayer : word('traceLayerLine'),
        told: fill(word('traceParties'), { count: parties }),
        fen: arrived,
        rows,
      };
      for (const { end, fen: rest, parties: resting } of rests)
        yield {
          side: direction,
          layer,
          what: word(end === 'last-layer' ? 'traceReached' : 'traceRest'),
          told: `${words.end[end]} ${fill(word('traceResting'), { count: resting })}`,
          fen: rest,
        };
      const followed = traced.find((each) => each.direction === direction);
      for (const hop of side.hops.filter((each) => each.layer === layer)) {
        const { payer, payee } = hop;
        yield { side: direction, what: word('traceHop'), ...hop };
        if (!followed) continue;
        const { list, total } = hopRows(store, ledger, followed, { layer, payer, payee }, { offset: 0, limit: ROWS });
        for (const row of list)
          yield {
            side: direction,
            layer,
            what: word('traceRow'),
            told: mask.free(row.text),
            payer,
            payee,
            fen: row.traced,
            whole: row.fen,
            first: row.day,
            last: row.day,
            source: cite(context, row.source),
          };
        if (list.length < total)
          yield {
            side: direction,
            layer,
            what: word('traceRow'),
            told: fill(word('traceMoreRows'), { rest: total - list.length, of: total }),
          };
      }
      if (hopsShown < hops)
        yield {
          side: direction,
          layer,
          what: word('traceHop'),
          told: fill(word('traceMoreHops'), { rest: hops - hopsShown, of: hops }),
        };
    }
  }
}

/** The conditions in words, those that are not set left out; seeds by name. */
function conditionsOf(
  { store, lang, mask, word }: ReportContext,
  question: ReturnType<typeof readTraceQuestion>['question'],
): string[] {
  const words = wordsIn(lang);
  const { seeds, direction, layers, from, to, minRow, minTotal, minShare, withinDays, stops } = question;
  const called = (id: number) => {
    const { kind, name } = partyCard(store, id);
    return mask.name(id, kind, name);
  };
  const starts = [
    ...seeds.parties.map(called),
    ...seeds.accounts.map((account) => mask.identifier('account_no', account)),
    ...seeds.pairs.map(({ payer, payee }) => fill(words.seedPair, { from: called(payer), to: called(payee) })),
    ...(seeds.rows.length > 0 ? [`${words.cols.rows} ${seeds.rows.length}`] : []),
  ];
  const yuan = (amount: number) => `${exactYuan(fen(amount))} ${words.yuan}`;
  return [
    `${words.seeds} ${starts.join(lang === 'en' ? ', ' : '、')}`,
    words.directions[direction],
    `${words.layers} ${layers}`,
    ...(from || to ? [`${words.seedDays} ${from ?? ''} ~ ${to ?? ''}`] : []),
    ...(minRow > 0 ? [`${words.minRow} ${yuan(minRow)}`] : []),
    ...(minTotal > 0 ? [`${words.minTotal} ${yuan(minTotal)}`] : []),
    ...(minShare > 0 ? [`${words.minShare} ${minShare} %`] : []),
    ...(withinDays === undefined ? [] : [fill(word('traceWithin'), { days: withinDays })]),
    `${words.stops} ${[words.stopAlways, ...stops.map((stop) => words.stop[stop])].join(lang === 'en' ? ', ' : '、')}`,
  ];
}
