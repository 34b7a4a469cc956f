import type { ManualEntry } from '../../../shared/protocol/manual.requests.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { readEntries } from '../store/manual-entries.ts';
import { listedEntry } from './by-hand/listed-entry.ts';

/** 手工录入的清单, newest first; the text is looked for in what was typed, in the ground and in the names. */
export default answerInCase('manual.list', ({ what, state, text, entry, offset, limit }, core) => {
  const { store } = core.openCase;
  const all = readEntries(store).map((stored) => listedEntry(store, stored));
  const wanted = text.trim().toLowerCase();
  const rows = all.filter(
    (each) =>
      (what === undefined || each.what === what) &&
      (state === undefined || each.state === state) &&
      (entry === undefined || each.entry === entry) &&
      (wanted === '' || wordsOf(each).includes(wanted)),
  );
  return ok({
    total: rows.length,
    of: all.length,
    standing: all.filter((each) => each.state === 'standing').length,
    rows: rows.slice(offset, offset + limit),
  });
});

const wordsOf = ({ values, reason, actor, parties, title }: ManualEntry): string =>
  [title.zh, title.en, reason, actor, ...values.map(({ text }) => text), ...parties.map(({ name }) => name)]
    .join('\n')
    .toLowerCase();
