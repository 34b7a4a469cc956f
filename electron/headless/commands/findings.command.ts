import { type Command, must } from '../command.ts';

export default {
  name: 'findings',
  async run(args, cli) {
    const { core } = await cli.openCase(args, args.positional[0]);
    const { findings } = must(await core.ask('findings.export', { lang: cli.lang }));
    cli.answer({ findings }, () =>
      findings.map((f) =>
        cli.say('findingLine', { number: f.number, severity: f.severity, status: f.status, summary: f.summary }),
      ),
    );
  },
} satisfies Command;
