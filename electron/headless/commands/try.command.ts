import { sentence } from '../../../shared/evidence/sentence.ts';
import { type Command, must, Usage } from '../command.ts';

export default {
  name: 'try',
  options: { set: 'values' },
  async run(args, cli) {
    const [casePath, model] = args.positional;
    if (!model) throw new Usage(cli.say('missing', { what: 'MODEL' }));
    const settings = Object.fromEntries(
      args.many('set').map((each) => {
        const [name = '', value = ''] = each.split('=');
        if (name === '' || !/^-?\d+(?:\.\d+)?$/.test(value))
          throw new Usage(cli.say('missing', { what: '--set NAME=NUMBER' }));
        return [name, Number(value)];
      }),
    );
    const { core } = await cli.openCase(args, casePath);
    const tried = must(await core.ask('detect.try', { model, settings }));
    const { models } = must(await core.ask('detect.models', {}));
    const summary = models.find(({ id }) => id === model)?.summary;
    const line = (sign: string) => (hit: (typeof tried.added)[number]) =>
      `${sign} ${hit.number ?? ''} ${summary ? sentence(summary, hit.params, cli.lang) : hit.subject}`;
    cli.answer(tried, () => [
      cli.say('triedLine', {
        findings: tried.run.findings,
        before: tried.before,
        added: tried.addedTotal,
        gone: tried.goneTotal,
      }),
      ...tried.added.map(line('+')),
      ...tried.gone.map(line('−')),
    ]);
  },
} satisfies Command;
