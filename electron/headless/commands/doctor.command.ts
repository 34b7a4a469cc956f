import { type Command, must } from '../command.ts';

export default {
  name: 'doctor',
  async run(args, cli) {
    const { core } = await cli.openCase(args, args.positional[0]);
    const answer = must(await core.ask('doctor', {}));
    cli.answer(answer, () =>
      answer.checks.map((check) => `${check.ok ? '✓' : '✗'} ${check.id}  ${check.n}  ${check.detail}`),
    );
    if (!answer.ok) cli.exitCode = 3;
  },
} satisfies Command;
