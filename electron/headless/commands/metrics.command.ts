import type { Command } from '../command.ts';
import { metrics, metricsOptions } from '../graph/metrics.ts';

export default {
  name: 'metrics',
  options: metricsOptions,
  async run(args, cli) {
    const { core } = await cli.openCase(args, args.positional[0]);
    await metrics(args, cli, core);
  },
} satisfies Command;
