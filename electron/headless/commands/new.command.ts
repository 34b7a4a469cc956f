import { basename, dirname, resolve } from 'node:path';
import { actorName } from '../cli.ts';
import { type Command, must, Usage } from '../command.ts';

export default {
  name: 'new',
  options: { title: 'value', number: 'value', unit: 'value', 'recovery-sheet': 'value' },
  async run(args, cli) {
    const [path] = args.positional;
    if (path === undefined) throw new Usage(cli.say('missing', { what: 'CASE' }));
    const full = resolve(path);
    const folder = basename(full).replace(/\.qycase$/, '');
    const core = cli.core(dirname(full));
    const passphrase = await cli.passphrase(args.one('passphrase-file'));
    const info = must(
      await core.ask('case.create', {
        folder,
        title: args.one('title') ?? folder,
        number: args.one('number') ?? '',
        unit: args.one('unit') ?? '',
        passphrase,
        actor: actorName(args),
      }),
    );
    const sheet = args.one('recovery-sheet');
    if (sheet !== undefined) {
      must(await core.ask('case.write-recovery-sheet', { target: cli.writeTicket(core, sheet, 'recovery-sheet') }));
      cli.note(cli.say('recoveryWritten', { file: sheet }));
    }
    cli.answer(info, () => [cli.say('created', { folder: info.folder })]);
  },
} satisfies Command;
