import { fill } from '../../../shared/plain/fill.ts';
import type { Asked } from '../../../shared/protocol/requests.ts';
import { type TraceStop, traceDirections, traceMethodIds, traceStops } from '../../../shared/protocol/trace-words.ts';
import { en } from '../../../shared/text/en/index.ts';
import { zh } from '../../../shared/text/zh-CN/index.ts';
import { type Args, type Cli, type Command, must, Usage } from '../command.ts';

/** The hops of a layer that are written out; totals are always over all. */
const HOPS = 1_000;

export default {
  name: 'trace',
  options: {
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
  },
  async run(args, cli) {
    const [casePath] = args.positional;
    const ask = askOf(args, cli);
    const { core } = await cli.openCase(args, casePath);
    const { methods } = must(await core.ask('trace.methods', {}));
    const answer = must(await core.ask('trace.run', ask));
    const method = methods.find(({ id }) => id === ask.method)!;
    const words = (cli.lang === 'en' ? en : zh).trace;
    const said = (text: { zh: string; en: string }) => (cli.lang === 'en' ? text.en : text.zh);
    const name = new Map(answer.nodes.map((node) => [node.id, node.name]));
    cli.answer(
      {
        method: ask.method,
        explained: said(method.explained),
        differs: words.differs,
        ask,
        payments: answer.payments,
        aside: answer.aside,
        sides: answer.sides.map((side) => ({
          ...side,
          hops: side.hops.map((hop) => ({
            ...hop,
            payerName: name.get(hop.payer) ?? null,
            payeeName: name.get(hop.payee) ?? null,
          })),
          places: side.places.map((place) => ({ ...place, name: name.get(place.party) ?? null })),
        })),
      },
      () => [
        fill(words.methodLine, { method: said(method.words), explained: said(method.explained) }),
        words.differs,
        ...answer.sides.flatMap((side) => [
          words.directions[side.direction],
          ...side.layers.flatMap(({ layer, fen, parties, rests }) => [
            `${layer === 0 ? words.seedLayer : fill(words.layer, { layer })}  ${fen}  ${parties}`,
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
  },
} satisfies Command;

type Ask = Omit<Asked<'trace.run'>, 'from' | 'to' | 'withinDays'> & { from?: string; to?: string; withinDays?: number };

function askOf(args: Args, cli: Cli): Ask {
  const number = (option: string, otherwise: number) => {
    const text = args.one(option);
    if (text === undefined) return otherwise;
    if (!/^\d+(\.\d+)?$/.test(text)) throw new Usage(cli.say('missing', { what: `--${option} N` }));
    return Number(text);
  };
  const oneOf = <T extends string>(option: string, words: readonly T[], otherwise: T): T => {
    const text = args.one(option);
    if (text === undefined) return otherwise;
    const word = words.find((each) => each === text);
    if (!word) throw new Usage(cli.say('missing', { what: `--${option} ${words.join('|')}` }));
    return word;
  };
  const ids = (texts: readonly string[], what: string) =>
    texts.map((text) => {
      if (!/^\d+$/.test(text)) throw new Usage(cli.say('missing', { what }));
      return Number(text);
    });
  const stops = args.many('stop');
  const [parties, rows] = [ids(args.positional.slice(1), 'PARTY'), ids(args.many('row'), '--row ROW')];
  const pairs = args.many('pair').map((text) => {
    const [payer, payee] = ids(text.split(':'), '--pair PAYER:PAYEE');
    if (payer === undefined || payee === undefined) throw new Usage(cli.say('missing', { what: '--pair PAYER:PAYEE' }));
    return { payer, payee };
  });
  const accounts = [...args.many('account')];
  if (parties.length + rows.length + pairs.length + accounts.length === 0)
    throw new Usage(cli.say('missing', { what: 'PARTY' }));
  const [from, to, within] = [args.one('from'), args.one('to'), args.one('within')];
  return {
    seeds: { parties, accounts, pairs, rows },
    direction: oneOf('direction', traceDirections, 'down'),
    layers: number('layers', 3),
    method: oneOf('method', traceMethodIds, 'fifo'),
    minRow: number('min-row', 0),
    minTotal: number('min-total', 0),
    minShare: number('min-share', 0),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(within === undefined ? {} : { withinDays: number('within', 0) }),
    stops: stops.length === 0 ? ['normal'] : stops.flatMap((stop) => stopOf(stop, cli)),
    perLayer: number('limit', HOPS),
  };
}

function stopOf(text: string, cli: Cli): TraceStop[] {
  if (text === 'none') return [];
  const stop = traceStops.find((each) => each === text);
  if (!stop) throw new Usage(cli.say('missing', { what: `--stop ${traceStops.join('|')}|none` }));
  return [stop];
}
