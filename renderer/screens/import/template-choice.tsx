import { Button, Select } from 'antd';
import { useWords } from '../../app/words.ts';
import type { SheetState } from './previews.ts';
import { say, unsay } from './queue.ts';

/** Import templates that know the header of the sheet, with how much of it; one that fits exactly is in use already. */
export function TemplateChoice({ sheet }: { sheet: SheetState }) {
  const { t } = useWords();
  const { templates, template } = sheet.preview;
  const none = '';
  const again = () =>
    unsay(sheet, 'columns', 'template', 'headerRow', 'category', 'facts', 'directions', 'outcomes', 'units');
  return (
    <span className="row g6">
      {templates.length > 0 && (
        <Select
          size="small"
          style={{ width: 300 }}
          aria-label={t('wizard.templates.choose')}
          value={template ?? none}
          onChange={(name: string) => {
            unsay(sheet, 'columns', 'headerRow', 'category');
            say(sheet, { template: name === none ? null : name });
          }}
          options={[
            { value: none, label: t('wizard.templates.none') },
            ...templates.map(({ name, same, of }) => ({
              value: name,
              label: t('wizard.templates.option', { name, same, of }),
            })),
          ]}
        />
      )}
      <Button size="small" onClick={again}>
        {t('wizard.templates.again')}
      </Button>
    </span>
  );
}
