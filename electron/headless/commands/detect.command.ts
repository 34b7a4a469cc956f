import { z } from 'zod';
import { type Command, must, ProblemExit } from '../command.ts';
import { runLine } from '../run-line.ts';

const settingsFile = z.record(z.string(), z.record(z.string(), z.number()));

export default {
  name: 'detect',
  options: { model: 'values', settings: 'value', all: 'flag' },
  async run(args, cli) {
    const file = args.one('settings');
    let settings: z.output<typeof settingsFile> | undefined;
    if (file !== undefined) {
      const read = settingsFile.safeParse(parseJson(cli.readText(file)));
      if (!read.success) throw new ProblemExit({ code: 'request.malformed', params: { name: file, why: 'settings' } });
      settings = read.data;
    }
    const models = args.many('model');
    const { core } = await cli.openCase(args, args.positional[0]);
    const run = must(
      await core.ask('detect.run', {
        ...(models.length ? { models: [...models] } : {}),
        everything: args.flag('all'),
        ...(settings ? { settings, reason: file ?? '' } : {}),
      }),
    );
    const all = must(await core.ask('findings.export', { lang: cli.lang }));
    const ran = new Set(run.runs.map((r) => r.model));
    const findings = all.findings.filter((finding) => ran.has(finding.model));
    cli.answer({ runs: run.runs, findings, added: run.added, gone: run.gone }, () => [
      ...run.runs.map((r) => runLine(r, cli)),
      ...findings.map((f) =>
        cli.say('findingLine', {
          number: f.number,
          severity: f.severity,
          status: cli.statusText(f.status),
          summary: f.summary,
        }),
      ),
    ]);
  },
} satisfies Command;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
