import { fill } from '../../../shared/plain/fill.ts';
import { doctor as en } from '../../../shared/text/en/doctor.ts';
import { doctor as zh } from '../../../shared/text/zh-CN/doctor.ts';
import { type Command, must } from '../command.ts';

export default {
  name: 'doctor',
  async run(args, cli) {
    const { core } = await cli.openCase(args, args.positional[0]);
    const answer = must(await core.ask('doctor', {}));
    const words: Readonly<Record<string, string>> = cli.lang === 'en' ? en : zh;
    cli.answer(answer, () =>
      answer.checks.map(({ id, ok, n, detail }) =>
        `${ok ? '✓' : '✗'} ${fill(words[id] ?? id, { n })}  ${detail}`.trimEnd(),
      ),
    );
    if (!answer.ok) cli.exitCode = 3;
  },
} satisfies Command;
