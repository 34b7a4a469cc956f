import { type Command, must, Usage } from '../command.ts';
import { SEAL_KEY_OPTIONS, sealKey } from '../seal-key.ts';

export default {
  name: 'verify',
  options: SEAL_KEY_OPTIONS,
  async run(args, cli) {
    const [file] = args.positional;
    if (file === undefined) throw new Usage(cli.say('missing', { what: 'FILE' }));
    const core = cli.core();
    const facts = must(
      await core.ask('seal.verify', { ticket: cli.readTicket(core, file, 'sealed'), key: sealKey(args, cli) }),
    );
    cli.answer(facts, () => [
      cli.say('verified', { name: facts.signer.name, fingerprint: facts.signer.fingerprint, at: facts.sealedAt }),
      ...facts.members.map((m) => `  ${m.name}  ${m.bytes}  ${m.sha256}`),
    ]);
  },
} satisfies Command;
