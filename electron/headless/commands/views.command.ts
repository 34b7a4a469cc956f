import { type Args, type Cli, type Command, type Core, must, Usage } from '../command.ts';
import { numberFrom } from '../graph/route-limits.ts';

/** views CASE, or with --compare A what view A and another (--with B), or A with its figures of now, differ in. */
export default {
  name: 'views',
  options: { compare: 'value', with: 'value' },
  async run(args, cli) {
    const [casePath] = args.positional;
    if (args.one('with') !== undefined && args.one('compare') === undefined)
      throw new Usage(cli.say('missing', { what: '--compare A' }));
    const { core } = await cli.openCase(args, casePath);
    if (args.one('compare') !== undefined) return compare(args, cli, core);
    const { views } = must(await core.ask('graph.views-list', {}));
    cli.answer(
      { views: views.map(({ dots: _, lines: __, fen, ...view }) => ({ ...view, amountFen: String(fen) })) },
      () =>
        views.map(
          ({ view, name, changedAt, actor, parties, links, rows, fen }) =>
            `${view}  ${name}  ${changedAt.slice(0, 16)} ${actor}  ${parties}/${links}  ${rows}  ${fen}`,
        ),
    );
  },
} satisfies Command;

async function compare(args: Args, cli: Cli, core: Core): Promise<void> {
  const before = numberFrom(args, cli, 'compare', { least: 1 });
  if (before === undefined) return;
  const after = numberFrom(args, cli, 'with', { least: 1 }) ?? (await asOfNow(core, before));
  const answer = must(await core.ask('graph.views-compare', { before, after }));
  const figure = (side: { rows: number; fen: number | null } | null) => (side ? `${side.rows} ${side.fen ?? ''}` : '—');
  const told = <Side extends { fen: number | null } | null>(side: Side) =>
    side && { ...side, fen: undefined, amountFen: side.fen === null ? null : String(side.fen) };
  const links = answer.links.map((link) => ({ ...link, before: told(link.before), after: told(link.after) }));
  cli.answer({ ...answer, before: told(answer.before), after: told(answer.after), links }, () => [
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
