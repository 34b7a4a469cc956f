import type { Command } from '../command.ts';
import { trace, traceOptions } from '../graph/trace.ts';

export default {
  name: 'trace',
  options: traceOptions,
  async run(args, cli) {
    const [casePath, ...parties] = args.positional;
    const { core } = await cli.openCase(args, casePath);
    await trace(parties, args, cli, core);
  },
} satisfies Command;
