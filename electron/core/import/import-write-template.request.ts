import { failed } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { sheetOf } from '../sheets/index.ts';

export default answerInCase('import.write-template', ({ category, target, lang }, core) => {
  const file = core.tickets.find(target, ['empty-sheet'], 'write');
  if (!file) return failed('ticket.unknown');
  if (!sheetOf(category)) return failed('template.unknown-field', { params: { name: category, field: category } });
  return core.runJob('import.write-template', { category, lang }, [file]);
});
