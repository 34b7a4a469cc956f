import { type Command, must, Usage } from '../command.ts';

export default {
  name: 'seal',
  options: { to: 'values', 'to-passphrase-file': 'value', profile: 'value', purpose: 'value', 'no-report': 'flag' },
  async run(args, cli) {
    const [casePath, out] = args.positional;
    if (out === undefined) throw new Usage(cli.say('missing', { what: 'OUT.qyseal' }));
    const recipients = args.many('to');
    const file = args.one('to-passphrase-file');
    if (recipients.length === 0 && file === undefined)
      throw new Usage(cli.say('missing', { what: '--to | --to-passphrase-file' }));
    const profile = args.one('profile') ?? 'full';
    if (profile !== 'full' && profile !== 'shared') throw new Usage(cli.say('missing', { what: 'full|shared' }));
    const { core } = await cli.openCase(args, casePath);
    const target = cli.writeTicket(core, out, 'seal');
    const to = file === undefined ? { recipients: [...recipients] } : { passphrase: await cli.passphrase(file) };
    const sealed = must(
      await core.ask('seal.write', {
        target,
        to,
        profile,
        purpose: args.one('purpose') ?? '',
        withReport: !args.flag('no-report'),
      }),
    );
    cli.answer(sealed, () => [
      cli.say('sealed', { file: sealed.name, sha256: sealed.sha256, fingerprint: sealed.fingerprint }),
    ]);
  },
} satisfies Command;
