import { Input } from 'antd';
import { useState } from 'react';
import { isComposing } from '../../app/keyboard.ts';
import { inLang, useWords } from '../../app/words.ts';
import { useAnswer } from '../../client/queries.ts';
import type { SheetState } from './previews.ts';
import { type SheetAnswer, say } from './queue.ts';

/** Types of which every row has its own: no single fact stands for a whole sheet. */
const perRow = /^(amount|date|time|moment|direction|number|price|quantity)/;

/** Facts that hold for the whole sheet: read from title rows or names, or stated here. Fields without a column can be filled in. */
export function FactFields({ sheet, answer }: { sheet: SheetState; answer: SheetAnswer | undefined }) {
  const { t, lang } = useWords();
  const fields = useAnswer('import.fields', {});
  const category = fields.data?.categories.find(({ id }) => id === sheet.preview.category);
  const mapped = new Set(sheet.preview.mapping.map(({ field }) => field));
  const read = new Map(sheet.preview.facts.map((fact) => [fact.field, fact]));
  const offered = (category?.fields ?? []).filter(
    ({ id, need, type }) => read.has(id) || (need !== 'no' && !mapped.has(id) && !perRow.test(type)),
  );
  if (offered.length === 0) return <span className="t3">{t('import.rules.factNone')}</span>;
  return (
    <div className="col g6">
      {offered.map(({ id, label }) => {
        const fact = read.get(id);
        return (
          <div key={id} className="row">
            <span className="ell" style={{ width: 120 }}>
              {inLang(label, lang)}
            </span>
            <FactField
              label={inLang(label, lang)}
              value={answer?.facts?.[id] ?? fact?.value ?? ''}
              save={(value) => say(sheet, { facts: { ...answer?.facts, [id]: value } })}
            />
            {fact && (
              <span className="s12 t3 nw">
                {t(`import.sheet.factFrom.${fact.from}`)} {fact.cell ?? ''}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** Saved when the field is left or with Enter: the core reads the sheet again only then. */
function FactField({ label, value, save }: { label: string; value: string; save: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  const finish = () => typed.trim() !== value && save(typed.trim());
  return (
    <Input
      style={{ width: 280 }}
      aria-label={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => !isComposing(event.nativeEvent) && event.key === 'Enter' && finish()}
    />
  );
}
