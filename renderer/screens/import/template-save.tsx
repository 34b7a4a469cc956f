import { Checkbox, Input } from 'antd';
import { useWords } from '../../app/words.ts';
import { useFieldNames } from '../../parts/field-names.ts';
import type { SheetState } from './previews.ts';
import { isAt, saveAs, useQueue } from './queue.ts';

/** Keeps what was said about this sheet for others with the same header. Saved when the sheet is written into the case. */
export function TemplateSave({ sheet }: { sheet: SheetState }) {
  const { t } = useWords();
  const nameOf = useFieldNames();
  const name = useQueue((queue) => queue.saves.find((save) => isAt(save, sheet))?.name);
  const { category, template } = sheet.preview;
  const stem = sheet.file
    .replace(/\.\w+$/, '')
    .replace(/\d{6,}/g, '')
    .replace(/[_\-\s]+/g, ' ')
    .trim();
  const suggested =
    template ??
    t('wizard.templates.suggest', { category: category === null ? '' : nameOf(category), file: stem })
      .slice(0, 60)
      .trim();
  return (
    <span className="row g6">
      <Checkbox
        checked={name !== undefined}
        onChange={(event) => saveAs(sheet, event.target.checked ? suggested : undefined)}
      >
        {t('wizard.templates.save')}
      </Checkbox>
      {name !== undefined && (
        <Input
          size="small"
          style={{ width: 200 }}
          maxLength={60}
          aria-label={t('wizard.templates.saveName')}
          value={name}
          onChange={(event) => {
            const typed = event.target.value;
            if (typed.trim() !== '') saveAs(sheet, typed);
          }}
        />
      )}
    </span>
  );
}
