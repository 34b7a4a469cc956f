import type { Answer } from '../../../shared/protocol/requests.ts';
import { type Command, must, Usage } from '../command.ts';
import { tagsAsked } from '../tag-option.ts';

export default {
  name: 'search',
  options: { limit: 'value', tag: 'values' },
  async run(args, cli) {
    const [casePath, ...words] = args.positional;
    if (words.length === 0) throw new Usage(cli.say('missing', { what: 'TEXT' }));
    const tags = tagsAsked(args, cli);
    const { core } = await cli.openCase(args, casePath);
    const text = words.join(' ');
    const limit = Number(args.one('limit') ?? 20);
    const found = must(await core.ask('search', { text, limit, tags }));
    // the command line never answers in part: cells are looked through to the last row
    const cells = found.inCells ? must(await core.ask('search.cells', { text, limit, whole: true })) : undefined;
    const answer = {
      ...found,
      hits: [...found.hits, ...(cells?.rows ?? [])],
      totals: { ...found.totals, ...(cells && { text: cells.total }) },
      ...(cells && { cells: { searched: cells.searched, of: cells.of } }),
    };
    cli.answer(answer, () => [
      ...answer.hits.map(
        (hit) =>
          `${hit.kind}  ${hit.party ? `#${hit.party.id} ` : ''}${hit.title}  ${hit.detail}  ${whyOf(hit)}${hit.source ? `${hit.source.file} ${hit.source.sheet}!${hit.source.cell ?? hit.source.row}` : ''}`,
      ),
      ...Object.entries(answer.totals).map(
        ([kind, total]) =>
          `${kind}: ${cli.say('shownOf', { shown: answer.hits.filter((hit) => hit.kind === kind).length, total })}`,
      ),
    ]);
  },
} satisfies Command;

/** What fits where it is not the title: `dept: 骨科`. */
const whyOf = ({ title, matched }: Answer<'search'>['hits'][number]): string =>
  matched.flatMap(({ by, text }) => (text === title ? [] : `[${by}: ${text}]  `)).join('');
