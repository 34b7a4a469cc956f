import { type Command, must } from '../command.ts';
import { tagsAsked } from '../tag-option.ts';

export default {
  name: 'findings',
  options: { tag: 'values' },
  async run(args, cli) {
    const tags = tagsAsked(args, cli);
    const { core } = await cli.openCase(args, args.positional[0]);
    const { findings, all } = must(await core.ask('findings.export', { lang: cli.lang, tags }));
    cli.answer({ findings, all }, () => [
      ...findings.flatMap((f) => [
        cli.say('findingLine', {
          number: f.number,
          severity: f.severity,
          status: cli.statusText(f.status),
          summary: f.summary,
        }),
        ...(f.manualRows === undefined ? [] : [cli.say('findingByHand', { rows: f.manualRows })]),
      ]),
      ...(tags.length > 0 ? [cli.say('shownOf', { shown: findings.length, total: all })] : []),
    ]);
  },
} satisfies Command;
