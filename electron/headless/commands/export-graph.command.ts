import { chartFormats, isPicture } from '../../../shared/protocol/chart-formats.ts';
import { type Command, must, Usage } from '../command.ts';

const MASKS = ['internal', 'partner', 'public'] as const;
/** A picture shows what is drawn, and nothing is drawn here. */
const FORMATS = (Object.keys(chartFormats) as Array<keyof typeof chartFormats>).filter((format) => !isPicture(format));

export default {
  name: 'export-graph',
  options: { format: 'value', mask: 'value', purpose: 'value' },
  async run(args, cli) {
    const [casePath, out] = args.positional;
    if (out === undefined) throw new Usage(cli.say('missing', { what: 'OUT' }));
    const format = FORMATS.find((each) => each === args.one('format'));
    if (!format) throw new Usage(cli.say('missing', { what: `--format ${FORMATS.join('|')}` }));
    const mask = MASKS.find((each) => each === (args.one('mask') ?? 'internal'));
    if (!mask) throw new Usage(cli.say('missing', { what: MASKS.join('|') }));
    const { core } = await cli.openCase(args, casePath);
    const target = cli.writeTicket(core, out, 'chart');
    const purpose = args.one('purpose') ?? '';
    const written = must(await core.ask('graph.export', { target, format, mask, lang: cli.lang, purpose }));
    const { of, ...counts } = written;
    cli.answer({ ...written, format, mask }, () => [
      cli.say('chartWritten', {
        file: written.name,
        sha256: written.sha256,
        parties: counts.parties,
        allParties: of.parties,
        links: counts.links,
        allLinks: of.links,
      }),
    ]);
  },
} satisfies Command;
