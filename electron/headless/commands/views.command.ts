import { type Args, type Cli, type Command, type Core, must, Usage } from '../command.ts';

/** views CASE, or with --compare A what view A and another (--with B), or A with its figures of now, differ in. */
export default {
  name: 'views',
  options: { compare: 'value', with: 'value' },
  async run(args, cli) {
    const [casePath] = args.positional;
    const { core } = await cli.openCase(args, casePath);
    if (args.one('compare') !== undefined) return compare(args, cli, core);
    const { views } = must(await core.ask('graph.views-list', {}));
    cli.answer({ views: views.map(({ dots: _, lines: __, ...view }) => view) }, () =>
      views.map(
        ({ view, name, changedAt, actor, parties, links, rows, fen }) =>
          `${view}  ${name}  ${changedAt.slice(0, 16)} ${actor}  ${parties}/${links}  ${rows}  ${fen}`,
      ),
    );
  },
} satisfies Command;

async function compare(args: Args, cli: Cli, core: Core): Promise<void> {
  const number = (option: 'compare' | 'with'): number | undefined => {
    const text = args.one(option);
    if (text !== undefined && !/^[1-9]\d*$/.test(text)) throw new Usage(cli.say('missing', { what: `--${option}` }));
    return text === undefined ? undefined : Number(text);
  };
  const before = number('compare');
  if (before === undefined) return;
  const after = number('with') ?? (await asOfNow(core, before));
  const answer = must(await core.ask('graph.views-compare', { before, after }));
  const figure = (side: { rows: number; fen: number | null } | null) => (side ? `${side.rows} ${side.fen ?? ''}` : '—');
  cli.answer(answer, () => [
    ...answer.addedParties.map((name) => `+ ${name}`),
    ...answer.removedParties.map((name) => `- ${name}`),
    ...answer.links.map(
      (link) => `${link.kind}  ${link.source} → ${link.target}  ${figure(link.before)} → ${figure(link.after)}`,
    ),
  ]);
}

/** The same parties, filters and period with the figures the case has now. */
async function asOfNow(core: Core, view: number) {
  const { parties, state } = must(await core.ask('graph.views-read', { view }));
  return {
    parties: parties.flatMap(({ now, x, y, pinned, hidden }) =>
      now === null ? [] : [{ id: now, x, y, pinned, hidden }],
    ),
    state,
  };
}
