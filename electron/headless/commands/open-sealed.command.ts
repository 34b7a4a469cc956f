import { basename, dirname, resolve } from 'node:path';
import { actorName } from '../cli.ts';
import { type Command, must, Usage } from '../command.ts';
import { otherSealKey, SEAL_KEY_OPTIONS, type SealKey, sealKey } from '../seal-key.ts';

export default {
  name: 'open-sealed',
  options: SEAL_KEY_OPTIONS,
  async run(args, cli) {
    const [file, newCase] = args.positional;
    if (file === undefined || newCase === undefined) throw new Usage(cli.say('missing', { what: 'FILE NEWCASE' }));
    const full = resolve(newCase);
    const core = cli.core(dirname(full));
    const key = sealKey(args, cli);
    const passphrase = await cli.passphrase(args.one('passphrase-file'));
    const ticket = cli.readTicket(core, file, 'sealed');
    const folder = basename(full).replace(/\.qycase$/, '');
    const openWith = (by: SealKey) =>
      core.ask('seal.open', { ticket, key: by, folder, passphrase, actor: actorName(args) });
    const first = await openWith(key);
    const other = otherSealKey(args, cli, key);
    const again = !first.ok && first.problem.code === 'seal.wrong-key' && other !== undefined;
    const opened = must(again ? await openWith(other) : first);
    cli.answer(opened, () => [cli.say('openedSealed', { folder: opened.folder })]);
  },
} satisfies Command;
