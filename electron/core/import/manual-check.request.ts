import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase, Stop } from '../request.ts';
import { sheetOf } from '../sheets/index.ts';
import { askedEntry, categoryOf } from './by-hand/asked-entry.ts';
import { readEntry } from './by-hand/read-entry.ts';

/** What would come of an entry as it is typed. A link whose ends are not chosen yet is read as far as it goes. */
export default answerInCase('manual.check', (ask, core) => {
  const hasEnds = ask.what !== 'link' || (ask.from !== undefined && ask.to !== undefined && ask.from !== ask.to);
  const { category, values } = hasEnds
    ? askedEntry(core.openCase.store, ask)
    : { category: categoryOf(ask.what, ask.category), values: ask.values };
  const sheet = sheetOf(category);
  if (!sheet) throw new Stop({ code: 'manual.unknown-kind', params: { category } });
  const read = readEntry(sheet, values, core.shell.now().toISOString().slice(0, 10));
  return ok({
    problems: read.problems.map(({ field, code, seen, params, rejects }) => ({
      field,
      code,
      seen,
      rejects,
      ...(params && { params: { ...params } }),
    })),
    values: read.values.map((each) => ({ ...each })),
  });
});
