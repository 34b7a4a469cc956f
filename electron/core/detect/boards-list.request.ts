import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { boards } from './boards/index.ts';

/** The boards that exist; whether the case can fill one, reading it says. */
export default answerInCase('boards.list', () =>
  ok({
    boards: boards.map(({ id, title, question, method, columns, layers }) => ({
      id,
      title,
      question,
      method,
      columns,
      ...(layers ? { layers } : {}),
    })),
  }),
);
