import { fill } from '../../../shared/plain/fill.ts';
import { journal as en } from '../../../shared/text/en/journal.ts';
import { type JournalAction, journal as zh } from '../../../shared/text/zh-CN/journal.ts';
import { type Command, must, Usage } from '../command.ts';
import { readAll } from '../read-all.ts';

export default {
  name: 'journal',
  async run(args, cli) {
    const [casePath, what] = args.positional;
    if (what !== 'list' && what !== 'verify') throw new Usage(cli.say('missing', { what: 'list|verify' }));
    const { core } = await cli.openCase(args, casePath);
    if (what === 'verify') {
      const answer = must(await core.ask('journal.verify', {}));
      cli.answer(answer, () => [
        answer.ok
          ? cli.say('chainOk', { entries: answer.entries, hash: answer.head.hash })
          : cli.say('chainBad', { what: answer.bad.join('; ') }),
      ]);
      if (!answer.ok) cli.exitCode = 3;
      return;
    }
    const entries = await readAll((offset, limit) => core.ask('journal.list', { offset, limit }));
    const words = cli.lang === 'en' ? en : zh;
    cli.answer({ entries }, () =>
      entries.map(
        (e) => `${e.seq}  ${e.at}  ${e.actor}  ${fill(words[e.action as JournalAction] ?? e.action, e.params)}`,
      ),
    );
  },
} satisfies Command;
