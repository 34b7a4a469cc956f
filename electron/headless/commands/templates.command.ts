import { type Cli, type Command, must, Usage } from '../command.ts';

/** Import templates of a case: what there is, out to a file, in from a file, and empty workbooks to fill in. */
export default {
  name: 'templates',
  options: { name: 'values' },
  async run(args, cli) {
    const [casePath, what = 'list', ...rest] = args.positional;
    const { core } = await cli.openCase(args, casePath);
    const path = (nth: number, name: string): string => {
      const given = rest[nth];
      if (given === undefined) throw new Usage(cli.say('missing', { what: name }));
      return given;
    };
    switch (what) {
      case 'list': {
        const { templates } = must(await core.ask('import.templates', {}));
        cli.answer({ templates }, () => templates.map((template) => cli.say('templateLine', template)));
        return;
      }
      case 'export': {
        const target = cli.writeTicket(core, path(0, 'OUT'), 'template');
        const names = args.many('name');
        const { templates } = must(await core.ask('import.templates', {}));
        const ids = templates.filter(({ name }) => names.includes(name)).map(({ id }) => id);
        const written = must(
          await core.ask('import.templates-write', { target, ...(names.length > 0 ? { ids } : {}) }),
        );
        cli.answer(written, () => [`${written.name}  ${written.templates}`]);
        return;
      }
      case 'import': {
        const ticket = cli.readTicket(core, path(0, 'FILE'), 'template');
        const read = must(await core.ask('import.templates-read', { ticket }));
        cli.answer(read, () => [...read.added, ...read.known.map((name) => cli.say('templateKnown', { name }))]);
        return;
      }
      case 'empty':
        return writeEmpty(cli, core, path(0, 'CATEGORY'), path(1, 'OUT'));
      default:
        throw new Usage(cli.say('missing', { what: 'list|export|import|empty' }));
    }
  },
} satisfies Command;

async function writeEmpty(cli: Cli, core: ReturnType<Cli['core']>, category: string, out: string): Promise<void> {
  const target = cli.writeTicket(core, out, 'empty-sheet');
  const written = must(await core.ask('import.write-template', { category, target, lang: cli.lang }));
  cli.answer(written, () => [written.name]);
}
