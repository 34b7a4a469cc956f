import { type Command, must } from '../command.ts';

export default {
  name: 'quality',
  async run(args, cli) {
    const { core } = await cli.openCase(args, args.positional[0]);
    const board = must(await core.ask('quality.read', {}));
    const stops = must(await core.ask('quality.stops', {}));
    const accounts = must(await core.ask('quality.accounts', { limit: 500 }));
    cli.answer({ ...board, stops, accounts }, () => [
      ...board.categories.map(({ title, rows, files, months }) => {
        const missing = board.months.filter((month) => !months[month]).length;
        return cli.say('qualityLine', { what: cli.lang === 'en' ? title.en : title.zh, rows, files, missing });
      }),
      ...board.sheets.map(({ file, sheet, score }) => cli.say('scoreLine', { file, sheet, score })),
      cli.say('accountsLine', { total: accounts.total, breaks: accounts.breaks, gaps: accounts.gaps }),
      cli.say('stopsLine', { n: stops.stopped.length, total: stops.models }),
    ]);
  },
} satisfies Command;
