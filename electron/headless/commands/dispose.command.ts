import { findingStatus, reasonCode } from '../../../shared/protocol/parts.ts';
import { type Command, type Core, must, ProblemExit, Usage } from '../command.ts';

export default {
  name: 'dispose',
  options: { reason: 'value', counter: 'value', code: 'value' },
  async run(args, cli) {
    const [casePath, finding, word] = args.positional;
    const status = findingStatus.safeParse(word);
    if (!finding || !/^(?:\d+|YD-\d{4}-\d{6})$/.test(finding)) throw new Usage(cli.say('missing', { what: 'FINDING' }));
    if (!status.success) throw new Usage(cli.say('missing', { what: findingStatus.options.join('|') }));
    const given = args.one('code');
    const code = given === undefined ? undefined : reasonCode.safeParse(given);
    if (code && !code.success) throw new Usage(cli.say('missing', { what: reasonCode.options.join('|') }));
    const counter = args.one('counter');
    const { core } = await cli.openCase(args, casePath);
    const row = must(
      await core.ask('finding.dispose', {
        id: await idOf(finding, core),
        status: status.data,
        reason: args.one('reason') ?? '',
        ...(code?.success ? { reasonCode: code.data } : {}),
        ...(counter === undefined ? {} : { counter }),
      }),
    );
    cli.answer(row, () => [`${row.number}  ${row.status}`]);
  },
} satisfies Command;

/** A finding is named by its id or by the number that people read. */
async function idOf(finding: string, core: Core): Promise<number> {
  if (/^\d+$/.test(finding)) return Number(finding);
  const { findings } = must(await core.ask('findings.export', {}));
  const found = findings.find(({ number }) => number === finding);
  if (!found) throw new ProblemExit({ code: 'finding.not-found', params: { id: finding } });
  return Number(found.id);
}
