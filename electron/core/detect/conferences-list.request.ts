import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { countBy } from './count-by.ts';
import { describeCheck, readChecks } from './read-conference-check.ts';

/** 会议: every conference once with the result of its check. */
export default answerInCase('conferences.list', ({ result, text, offset, limit }, { openCase }) => {
  const wanted = text.trim().toLowerCase();
  const named = readChecks(openCase.store).filter(
    ({ name, partyName, city, day }) =>
      wanted === '' || `${name}\n${partyName}\n${city ?? ''}\n${day}`.toLowerCase().includes(wanted),
  );
  const found = named.filter((check) => result === undefined || (check.result ?? 'unverified') === result);
  return ok({
    total: found.length,
    byResult: countBy(named, (check) => check.result ?? 'unverified'),
    rows: found.slice(offset, offset + limit).map((check) => {
      const {
        elements: _elements,
        contradictions: _contradictions,
        ...row
      } = describeCheck(openCase.store, { ...check, elements: null, contradictions: null });
      return row;
    }),
  });
});
