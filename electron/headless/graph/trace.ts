import { fill } from '../../../shared/plain/fill.ts';
import type { Asked } from '../../../shared/protocol/requests.ts';
import {
  MAX_LAYERS,
  type TraceStop,
  traceDirections,
  traceMethodIds,
  traceStops,
} from '../../../shared/protocol/trace-words.ts';
import { en } from '../../../shared/text/en/index.ts';
import { zh } from '../../../shared/text/zh-CN/index.ts';
import { type Args, type Cli, type Core, must, Usage } from '../command.ts';
import { numberFrom, oneOf, partyId, periodFrom, wordFrom } from './route-limits.ts';

/** The hops of a layer that are written out; totals are always over all. */
const HOPS = 1_000;

export const traceOptions = {
  account: 'values',
  row: 'values',
  pair: 'values',
  direction: 'value',
  layers: 'value',
  method: 'value',
  from: 'value',
  to: 'value',
  'min-row': 'value',
  'min-total': 'value',
  'min-share': 'value',
  within: 'value',
  stop: 'values',
  limit: 'value',
  save: 'value',
  note: 'value',
  report: 'flag',
} as const;

/**
 * Where the money of these parties (or accounts, rows, pairs) went or came from. `layers` and `edges` of the answer are in the words of all graph
 * questions; What rests in all layers of a side is its seed, to the fen.
 */
export async function trace(parties: readonly string[], args: Args, cli: Cli, core: Core): Promise<void> {
  const ask = askOf(parties, args, cli);
  const { methods } = must(await core.ask('trace.methods', {}));
  const answer = must(await core.ask('trace.run', ask));
  const called = args.one('save')?.trim();
  if (args.flag('report') && !called) throw new Usage(cli.say('missing', { what: '--save NAME' }));
  const { perLayer: _, ...question } = ask;
  const keep = { name: called ?? '', note: args.one('note') ?? '', report: args.flag('report'), question };
  const saved = called ? must(await core.ask('trace.save', keep)).trace : null;
  const method = methods.find(({ id }) => id === ask.method)!;
  const words = (cli.lang === 'en' ? en : zh).trace;
  const said = (text: { zh: string; en: string }) => (cli.lang === 'en' ? text.en : text.zh);
  const name = new Map(answer.nodes.map((node) => [node.id, node.name]));
  const node = (party: number) => ({ party: String(party), name: name.get(party) ?? null });
  cli.answer(
    {
      saved,
      method: ask.method,
      explained: said(method.explained),
      differs: words.differs,
      ask,
      payments: answer.payments,
      aside: answer.aside,
      layers: answer.sides.flatMap(({ direction, layers, places }) =>
        layers
          .filter(({ layer }) => layer > 0)
          .map(({ layer, fen, rests, hops, hopsShown }) => ({
            direction,
            layer,
            amountFen: String(fen),
            residualFen: String(sum(rests)),
            residuals: rests.map((rest) => ({ end: rest.end, parties: rest.parties, amountFen: String(rest.fen) })),
            nodes: places
              .filter((place) => place.layer === layer)
              .map(({ party, fen: arrived, rests: resting }) => ({
                ...node(party),
                amountFen: String(arrived),
                residualFen: String(sum(resting)),
              })),
            truncated: hopsShown < hops,
          })),
      ),
      edges: answer.sides.flatMap(({ direction, hops }) =>
        hops.map(({ layer, payer, payee, rows, fen, first, last }) => ({
          direction,
          layer,
          from: String(payer),
          fromName: name.get(payer) ?? null,
          to: String(payee),
          toName: name.get(payee) ?? null,
          rows,
          amountFen: String(fen),
          first,
          last,
        })),
      ),
      seeds: answer.sides.map(({ direction, seedFen, seedRows }) => ({
        direction,
        rows: seedRows,
        amountFen: String(seedFen),
      })),
    },
    () => [
      fill(words.methodLine, { method: said(method.words), explained: said(method.explained) }),
      words.differs,
      ...answer.sides.flatMap((side) => [
        words.directions[side.direction],
        ...side.layers.flatMap(({ layer, fen, parties: reached, rests }) => [
          `${layer === 0 ? words.seedLayer : fill(words.layer, { layer })}  ${fen}  ${reached}`,
          ...rests.map((rest) => `    ${words.end[rest.end]}  ${rest.fen}  ${rest.parties}`),
          ...side.hops
            .filter((hop) => hop.layer === layer)
            .map(
              (hop) =>
                `  ${name.get(hop.payer) ?? hop.payer} → ${name.get(hop.payee) ?? hop.payee}  ${hop.rows}  ${hop.fen}`,
            ),
        ]),
      ]),
    ],
  );
}

const sum = (list: ReadonlyArray<{ readonly fen: number }>): number => list.reduce((all, { fen }) => all + fen, 0);

type Ask = Omit<Asked<'trace.run'>, 'from' | 'to' | 'withinDays'> & { from?: string; to?: string; withinDays?: number };

function askOf(named: readonly string[], args: Args, cli: Cli): Ask {
  const parties = named.map((text) => partyId(text, cli));
  const rows = args.many('row').map((text) => partyId(text, cli));
  const pairs = args.many('pair').map((text) => {
    const [payer, payee, ...more] = text.split(':');
    if (more.length > 0) throw new Usage(cli.say('notFit', { option: '--pair', fits: 'PAYER:PAYEE', seen: text }));
    return { payer: partyId(payer, cli), payee: partyId(payee, cli) };
  });
  const accounts = [...args.many('account')];
  if (parties.length + rows.length + pairs.length + accounts.length === 0)
    throw new Usage(cli.say('missing', { what: 'PARTY' }));
  const [from, to] = periodFrom(args, cli, 'from', 'to');
  const withinDays = numberFrom(args, cli, 'within', { most: 3_650 });
  const stops = args.many('stop');
  return {
    seeds: { parties, accounts, pairs, rows },
    direction: oneOf(args, cli, 'direction', traceDirections) ?? 'down',
    layers: numberFrom(args, cli, 'layers', { least: 1, most: MAX_LAYERS }) ?? 3,
    method: oneOf(args, cli, 'method', traceMethodIds) ?? 'fifo',
    minRow: numberFrom(args, cli, 'min-row') ?? 0,
    minTotal: numberFrom(args, cli, 'min-total') ?? 0,
    minShare: numberFrom(args, cli, 'min-share', { most: 100, parts: true }) ?? 0,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(withinDays === undefined ? {} : { withinDays }),
    stops: stops.length === 0 ? ['normal'] : stops.flatMap((stop) => stopOf(stop, cli)),
    perLayer: numberFrom(args, cli, 'limit', { least: 1, most: HOPS }) ?? HOPS,
  };
}

const stopOf = (text: string, cli: Cli): TraceStop[] => {
  const stop = wordFrom(text, cli, 'stop', [...traceStops, 'none'] as const);
  return stop === 'none' ? [] : [stop];
};
