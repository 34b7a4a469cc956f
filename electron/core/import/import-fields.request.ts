import { ok } from '../../../shared/protocol/problem.ts';
import { answer } from '../request.ts';
import { sheets } from '../sheets/index.ts';

export default answer('import.fields', () =>
  ok({
    categories: sheets.map(({ id, title, note, fields }) => ({
      id,
      title,
      note,
      fields: Object.entries(fields).map(([field, { zh, en, type, need }]) => ({
        id: field,
        label: { zh, en },
        type,
        need,
      })),
    })),
  }),
);
