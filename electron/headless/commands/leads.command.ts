import type { LeadRow } from '../../../shared/protocol/leads.requests.ts';
import { type Command, must } from '../command.ts';
import { tagsAsked, tagWords } from '../tag-option.ts';

export default {
  name: 'leads',
  options: { tag: 'values' },
  async run(args, cli) {
    const tags = tagsAsked(args, cli);
    const { core } = await cli.openCase(args, args.positional[0]);
    const rows: LeadRow[] = [];
    let page = must(await core.ask('leads.list', { tags, limit: 500 }));
    for (;;) {
      rows.push(...page.rows);
      if (rows.length >= page.total || page.rows.length === 0) break;
      page = must(await core.ask('leads.list', { tags, limit: 500, offset: rows.length }));
    }
    cli.answer({ leads: rows, total: page.total, all: page.all, byTag: page.byTag }, () => [
      ...rows.map(
        ({ number, day, subject, subjectOrg, tags: held, content }) =>
          `${day}  ${number}  ${[subject?.name, subjectOrg?.name].filter(Boolean).join(' / ')}  ${content}${held.map((tag) => `  [${tagWords(tag, cli)}]`).join('')}`,
      ),
      cli.say('shownOf', { shown: page.total, total: page.all }),
    ]);
  },
} satisfies Command;
