import { findingStatus, reasonCode } from '../../../shared/protocol/parts.ts';
import { type Command, must, Usage } from '../command.ts';
import { findingId, isFinding } from '../finding-id.ts';

export default {
  name: 'dispose',
  options: { reason: 'value', counter: 'value', code: 'value', 'silent-until': 'value' },
  async run(args, cli) {
    const [casePath, finding, word] = args.positional;
    const status = findingStatus.safeParse(word);
    if (!isFinding(finding)) throw new Usage(cli.say('missing', { what: 'FINDING' }));
    if (!status.success) throw new Usage(cli.say('missing', { what: findingStatus.options.join('|') }));
    const given = args.one('code');
    const code = given === undefined ? undefined : reasonCode.safeParse(given);
    if (code && !code.success) throw new Usage(cli.say('missing', { what: reasonCode.options.join('|') }));
    const counter = args.one('counter');
    const until = args.one('silent-until');
    const { core } = await cli.openCase(args, casePath);
    const row = must(
      await core.ask('finding.dispose', {
        id: await findingId(finding, core),
        status: status.data,
        reason: args.one('reason') ?? '',
        ...(code?.success ? { reasonCode: code.data } : {}),
        ...(counter === undefined ? {} : { counter }),
        ...(until === undefined ? {} : { suppressUntil: until }),
      }),
    );
    cli.answer(row, () => [`${row.number}  ${row.status}`]);
  },
} satisfies Command;
