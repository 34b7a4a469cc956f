import { type Core, must, ProblemExit } from './command.ts';

export const isFinding = (text: string | undefined): text is string =>
  text !== undefined && /^(?:\d+|YD-\d{4}-\d{6})$/.test(text);

/** A finding is named by its id or by the number that people read. Problem finding.not-found. */
export async function findingId(finding: string, core: Core): Promise<number> {
  if (/^\d+$/.test(finding)) return Number(finding);
  // also those that a run no longer finds, that were taken back, or that nobody is to be prompted about
  const asked = { text: finding, withGone: true, suppressed: 'with', group: 'none' } as const;
  const { rows } = must(await core.ask('findings.list', asked));
  const found = rows.find(({ number }) => number === finding);
  if (!found) throw new ProblemExit({ code: 'finding.not-found', params: { id: finding } });
  return found.id;
}
