import { type Command, must, Usage } from '../command.ts';

const MASKS = ['internal', 'partner', 'public'] as const;

export default {
  name: 'report',
  options: { mask: 'value', purpose: 'value' },
  async run(args, cli) {
    const [casePath, out] = args.positional;
    if (out === undefined) throw new Usage(cli.say('missing', { what: 'OUT.xlsx' }));
    const mask = MASKS.find((m) => m === (args.one('mask') ?? 'internal'));
    if (!mask) throw new Usage(cli.say('missing', { what: MASKS.join('|') }));
    const { core } = await cli.openCase(args, casePath);
    const target = cli.writeTicket(core, out, 'report');
    const written = must(
      await core.ask('report.write', { target, mask, lang: cli.lang, purpose: args.one('purpose') ?? '' }),
    );
    cli.answer(written, () => [
      cli.say('reportWritten', { file: written.name, sha256: written.sha256 }),
      ...written.sheets.map((s) => `  ${s.title}  ${s.rows}`),
    ]);
  },
} satisfies Command;
