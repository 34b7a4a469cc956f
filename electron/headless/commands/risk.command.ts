import type { Command } from '../command.ts';
import { readAll } from '../read-all.ts';

/** So many findings of a party stand in its line, those that make most of the score; --json has them all. */
const SHOWN = 6;

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
      parties.map(({ score, band, id, name, parts, cap }) => {
        const most = parts.toSorted((a, b) => b.share - a.share).slice(0, SHOWN);
        return [
          `${score.toFixed(1).padStart(5)}  ${cli.bandText(band)}  #${id} ${name}`,
          most.map(({ number, share }) => `${number} ${Math.round(share * 100)}%`).join(' '),
          parts.length > SHOWN && cli.say('riskParts', { shown: most.length, total: parts.length }),
          cap !== null && cli.capText(cap),
        ]
          .filter((part) => part !== false)
          .join('  ');
      }),
    );
  },
} satisfies Command;
