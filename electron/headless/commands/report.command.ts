import { type Command, must, Usage } from '../command.ts';

const MASKS = ['internal', 'partner', 'public'] as const;

export default {
  name: 'report',
  options: { mask: 'value', purpose: 'value', dossier: 'value' },
  async run(args, cli) {
    const [casePath, out] = args.positional;
    if (out === undefined) throw new Usage(cli.say('missing', { what: 'OUT.xlsx' }));
    const mask = MASKS.find((m) => m === (args.one('mask') ?? 'internal'));
    if (!mask) throw new Usage(cli.say('missing', { what: MASKS.join('|') }));
    const party = args.one('dossier');
    if (party !== undefined && !/^\d+$/.test(party)) throw new Usage(cli.say('missing', { what: '--dossier ID' }));
    const { core } = await cli.openCase(args, casePath);
    const target = cli.writeTicket(core, out, 'report');
    const ask = { target, mask, lang: cli.lang, purpose: args.one('purpose') ?? '' };
    const written = must(
      party === undefined
        ? await core.ask('report.write', ask)
        : await core.ask('party.write', { id: Number(party), ...ask }),
    );
    cli.answer(written, () => [
      cli.say(party === undefined ? 'reportWritten' : 'dossierWritten', { file: written.name, sha256: written.sha256 }),
      ...written.sheets.map((s) => `  ${s.title}  ${s.rows}`),
    ]);
  },
} satisfies Command;
