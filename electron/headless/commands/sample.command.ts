import { type Command, Usage } from '../command.ts';
import { writeSampleTo } from '../sample.ts';

export default {
  name: 'sample',
  options: { seed: 'value', size: 'value', scope: 'value', noise: 'value' },
  async run(args, cli) {
    const [dir] = args.positional;
    if (dir === undefined) throw new Usage(cli.say('missing', { what: 'OUTDIR' }));
    const made = await writeSampleTo(dir, args, cli);
    cli.answer(made, () => [made.dir, ...made.files.map((file) => `  ${file}`)]);
  },
} satisfies Command;
