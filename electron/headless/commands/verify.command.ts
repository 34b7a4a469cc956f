import { type Command, must, Usage } from '../command.ts';
import { otherSealKey, SEAL_KEY_OPTIONS, sealKey } from '../seal-key.ts';

export default {
  name: 'verify',
  options: SEAL_KEY_OPTIONS,
  async run(args, cli) {
    const [file] = args.positional;
    if (file === undefined) throw new Usage(cli.say('missing', { what: 'FILE' }));
    const core = cli.core();
    const key = sealKey(args, cli);
    const ticket = cli.readTicket(core, file, 'sealed');
    const first = await core.ask('seal.verify', { ticket, key });
    const other = otherSealKey(args, cli, key);
    const again = !first.ok && first.problem.code === 'seal.wrong-key' && other !== undefined;
    const facts = must(again ? await core.ask('seal.verify', { ticket, key: other }) : first);
    cli.answer(facts, () => [
      cli.say('verified', { name: facts.signer.name, fingerprint: facts.signer.fingerprint, at: facts.sealedAt }),
      ...facts.members.map((m) => `  ${m.name}  ${m.bytes}  ${m.sha256}`),
    ]);
  },
} satisfies Command;
