import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { listJournal } from './list-journal.ts';

export default answerInCase('journal.list', (ask, { openCase }) => ok(listJournal(openCase.store, ask)));
