import { type Command, must } from '../command.ts';

export default {
  name: 'identity',
  async run(_args, cli) {
    const own = must(await cli.core().ask('seal.identity', {}));
    cli.answer(own, () => [cli.say('identityLine', { ...own })]);
  },
} satisfies Command;
