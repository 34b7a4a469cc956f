import { basename, dirname, resolve } from 'node:path';
import { actorName } from '../cli.ts';
import { type Command, must, Usage } from '../command.ts';
import { SEAL_KEY_OPTIONS, sealKey } from '../seal-key.ts';

export default {
  name: 'open-sealed',
  options: SEAL_KEY_OPTIONS,
  async run(args, cli) {
    const [file, newCase] = args.positional;
    if (file === undefined || newCase === undefined) throw new Usage(cli.say('missing', { what: 'FILE NEWCASE' }));
    const full = resolve(newCase);
    const core = cli.core(dirname(full));
    const passphrase = await cli.passphrase(args.one('passphrase-file'));
    const opened = must(
      await core.ask('seal.open', {
        ticket: cli.readTicket(core, file, 'sealed'),
        key: sealKey(args, cli),
        folder: basename(full).replace(/\.qycase$/, ''),
        passphrase,
        actor: actorName(),
      }),
    );
    cli.answer(opened, () => [cli.say('openedSealed', { folder: opened.folder })]);
  },
} satisfies Command;
