import { ok } from '../../../shared/protocol/problem.ts';
import { answer } from '../request.ts';
import { sheetOf, sheets } from '../sheets/index.ts';
import type { SheetDefinition } from '../sheets/sheet.ts';
import { choicesOf } from './by-hand/field-choices.ts';

/** Written by the program, never typed. */
const hidden = new Set(['from_name', 'to_name', 'from_mention', 'to_mention']);

const own = (['party', 'link'] as const).flatMap((what) => {
  const sheet = sheetOf(`manual_${what}`);
  return sheet ? [{ what, sheet }] : [];
});

/** Fields of which one must be given come first, then whoever is named; of two ways to say one thing the second waits behind “other fields”. */
function fieldsOf({ id: category, fields, required, parties, essential }: SheetDefinition) {
  const asked = [
    ...new Set([...required.map((oneOf) => oneOf[0] ?? ''), ...required.flat(), ...essential, ...parties]),
  ];
  const front = new Set([...required.flatMap((oneOf) => oneOf.slice(0, 1)), ...essential, ...parties]);
  const rank = (field: string) => (asked.includes(field) ? asked.indexOf(field) : asked.length);
  return Object.entries(fields)
    .filter(([field]) => category !== 'manual_link' || !hidden.has(field))
    .toSorted(([a], [b]) => (category.startsWith('manual_') ? 0 : rank(a) - rank(b)))
    .map(([field, { zh, en, type, need }]) => {
      const choices = choicesOf(category, field, type);
      const isOnly = required.some((oneOf) => oneOf.length === 1 && oneOf[0] === field);
      return {
        id: field,
        label: { zh, en },
        type,
        need: isOnly ? ('yes' as const) : need === 'yes' ? ('cond' as const) : need,
        front: category.startsWith('manual_') || front.has(field) || need !== 'no',
        ...(choices && { choices }),
      };
    });
}

export default answer('manual.fields', () =>
  ok({
    categories: [...own, ...sheets.map((sheet) => ({ what: 'record' as const, sheet }))].map(({ what, sheet }) => ({
      id: sheet.id,
      what,
      title: sheet.title,
      note: sheet.note,
      fields: fieldsOf(sheet),
    })),
  }),
);
