import { type FillParams, fill } from '../../../shared/plain/fill.ts';
import { en } from '../../../shared/text/en/index.ts';
import { journalFlaws as enFlaws } from '../../../shared/text/en/journal.ts';
import { journalSentence } from '../../../shared/text/journal-sentence.ts';
import { zh } from '../../../shared/text/zh-CN/index.ts';
import { journalFlaws as zhFlaws } from '../../../shared/text/zh-CN/journal.ts';
import { type Command, must, Usage } from '../command.ts';
import { readAll } from '../read-all.ts';

type Table = Readonly<Record<string, string>>;

export default {
  name: 'journal',
  async run(args, cli) {
    const [casePath, what] = args.positional;
    if (what !== 'list' && what !== 'verify') throw new Usage(cli.say('missing', { what: 'list|verify' }));
    const { core } = await cli.openCase(args, casePath);
    const flawWords: Table = cli.lang === 'en' ? enFlaws : zhFlaws;
    if (what === 'verify') {
      const answer = must(await core.ask('journal.verify', {}));
      const flaws = answer.bad.map((flaw) => {
        const [code = '', seq = ''] = flaw.split(':');
        return fill(flawWords[code] ?? code, { seq });
      });
      cli.answer(answer, () => [
        answer.ok
          ? cli.say('chainOk', { entries: answer.entries, hash: answer.head.hash })
          : cli.say('chainBad', { what: flaws.join('; ') }),
      ]);
      if (!answer.ok) cli.exitCode = 3;
      return;
    }
    const entries = await readAll((offset, limit) => core.ask('journal.list', { offset, limit }));
    const sentence = (action: string, params: FillParams) =>
      journalSentence(cli.lang === 'en' ? en : zh, action, params);
    cli.answer({ entries }, () => entries.map((e) => `${e.seq}  ${e.at}  ${e.actor}  ${sentence(e.action, e.params)}`));
  },
} satisfies Command;
