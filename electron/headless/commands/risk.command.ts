import type { Command } from '../command.ts';
import { readAll } from '../read-all.ts';

export default {
  name: 'risk',
  async run(args, cli) {
    const { core } = await cli.openCase(args, args.positional[0]);
    const parties = await readAll(async (offset, limit) => {
      const page = await core.ask('risk.list', { offset, limit });
      return page.ok ? { ok: true, value: { total: page.value.total, rows: page.value.parties } } : page;
    });
    const answered = parties.map((party) => ({
      ...party,
      id: String(party.id),
      parts: party.parts.map((part) => ({ ...part, finding: String(part.finding) })),
    }));
    cli.answer({ parties: answered }, () =>
      parties.map(
        (p) =>
          `${String(p.score).padStart(5)}  ${p.band}  #${p.id} ${p.name}  ${p.parts.map((part) => `${part.number} ${Math.round(part.share * 100)}%`).join(' ')}  ${p.cap ?? ''}`,
      ),
    );
  },
} satisfies Command;
