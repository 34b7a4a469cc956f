import { IconAlertTriangle, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Button, Select } from 'antd';
import { useWords } from '../../app/words.ts';
import { useFieldNames } from '../../parts/field-names.ts';
import type { ImportState } from './import-state.ts';
import { type SheetState, toLookAt } from './previews.ts';
import { show } from './queue.ts';

/** Which sheet of the queue is looked at, its neighbours, and the next one with something to look at. Nothing for a single sheet. */
export function SheetSwitch({ state: { sheets, current } }: { state: ImportState }) {
  const { t } = useWords();
  const nameOf = useFieldNames();
  const at = current ? sheets.indexOf(current) : -1;
  if (sheets.length < 2 || !current) return null;
  const unsure = sheets.filter(({ preview }) => toLookAt(preview).length > 0);
  const nextUnsure = unsure.find((sheet) => sheets.indexOf(sheet) > at) ?? unsure.find((sheet) => sheet !== current);
  const goToSheet = (sheet: SheetState | undefined) => sheet && show(sheet);
  return (
    <span className="row g4">
      {nextUnsure && (
        <Button
          size="small"
          icon={<IconAlertTriangle size={15} stroke={1.5} color="var(--mid)" />}
          onClick={() => goToSheet(nextUnsure)}
        >
          {t('import.map.nextUnsure', { count: unsure.length })}
        </Button>
      )}
      <Button
        size="small"
        aria-label={t('import.map.previousSheet')}
        disabled={at <= 0}
        icon={<IconChevronLeft size={15} stroke={1.5} />}
        onClick={() => goToSheet(sheets[at - 1])}
      />
      <Select
        size="small"
        style={{ width: 'clamp(180px, 14vw, 250px)' }}
        aria-label={t('import.sheet.sheet')}
        showSearch={{ optionFilterProp: 'label' }}
        value={at}
        onChange={(index: number) => goToSheet(sheets[index])}
        options={sheets.map((sheet, index) => ({
          value: index,
          label: `${sheet.file} › ${sheet.sheet}  ${sheet.preview.category === null ? '' : nameOf(sheet.preview.category)}`,
        }))}
      />
      <Button
        size="small"
        aria-label={t('import.map.nextSheet')}
        disabled={at >= sheets.length - 1}
        icon={<IconChevronRight size={15} stroke={1.5} />}
        onClick={() => goToSheet(sheets[at + 1])}
      />
      <span className="s12 t3 nw">{t('import.map.sheetOf', { n: at + 1, total: sheets.length })}</span>
    </span>
  );
}
