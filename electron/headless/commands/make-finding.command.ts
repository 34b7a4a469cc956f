import { type Command, must, Usage } from '../command.ts';
import { handRows } from '../hand-rows.ts';

const severities = { high: 3, medium: 2, low: 1 } as const;

const isRisk = (word: string): word is keyof typeof severities => Object.hasOwn(severities, word);

export default {
  name: 'make-finding',
  options: { title: 'value', reason: 'value', risk: 'value', row: 'values', about: 'values' },
  async run(args, cli) {
    const [casePath] = args.positional;
    const need = (option: 'title' | 'reason'): string => {
      const given = args.one(option)?.trim();
      if (!given) throw new Usage(cli.say('missing', { what: `--${option}` }));
      return given;
    };
    const risk = args.one('risk') ?? 'medium';
    if (!isRisk(risk)) throw new Usage(cli.say('missing', { what: 'high|medium|low' }));
    const parties = args.many('about').map(Number);
    if (parties.length === 0 || !parties.every(Number.isInteger))
      throw new Usage(cli.say('missing', { what: '--about PARTY' }));
    const [title, reason, rows] = [need('title'), need('reason'), handRows(args, cli)];
    const { core } = await cli.openCase(args, casePath);
    const made = must(await core.ask('finding.make', { title, reason, severity: severities[risk], parties, rows }));
    cli.answer(made, () => [cli.say('findingMade', { number: made.number, count: rows.length })]);
  },
} satisfies Command;
