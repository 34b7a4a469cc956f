import { type Command, must, Usage } from '../command.ts';

export default {
  name: 'thresholds',
  options: { reason: 'value' },
  async run(args, cli) {
    const [casePath, deed, path] = args.positional;
    if (!path || (deed !== 'write' && deed !== 'read'))
      throw new Usage(cli.say('missing', { what: 'write OUT|read FILE' }));
    const { core } = await cli.openCase(args, casePath);
    if (deed === 'write') {
      const written = must(
        await core.ask('detect.settings-write', { target: cli.writeTicket(core, path, 'settings') }),
      );
      cli.answer(written, () => [cli.say('thresholdsWritten', { ...written })]);
      return;
    }
    const reason = args.one('reason');
    const ticket = cli.readTicket(core, path, 'settings');
    const read = must(await core.ask('detect.settings-read', { ticket, ...(reason === undefined ? {} : { reason }) }));
    cli.answer(read, () => [
      cli.say('thresholdsRead', {
        name: read.signer.name,
        fingerprint: read.signer.fingerprint,
        applied: read.applied,
      }),
      ...read.offered.map(
        ({ model, name, before, after, reason: why }) => `${model} ${name}  ${before} → ${after}  ${why}`,
      ),
    ]);
  },
} satisfies Command;
