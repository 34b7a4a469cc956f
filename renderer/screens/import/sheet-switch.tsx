import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Button, Select } from 'antd';
import { useWords } from '../../app/words.ts';
import { useFieldNames } from '../../parts/field-names.ts';
import type { ImportState } from './import-state.ts';
import { show } from './queue.ts';

/** Which sheet of the queue is looked at, and the way to its neighbours. Nothing when there is only one. */
export function SheetSwitch({ state: { sheets, current } }: { state: ImportState }) {
  const { t } = useWords();
  const nameOf = useFieldNames();
  const at = current ? sheets.indexOf(current) : -1;
  if (sheets.length < 2 || !current) return null;
  const step = (by: number) => {
    const next = sheets[at + by];
    if (next) show(next);
  };
  return (
    <span className="row g4">
      <Button
        size="small"
        aria-label={t('import.map.previousSheet')}
        disabled={at <= 0}
        icon={<IconChevronLeft size={15} stroke={1.5} />}
        onClick={() => step(-1)}
      />
      <Select
        size="small"
        style={{ width: 280 }}
        aria-label={t('import.sheet.sheet')}
        value={at}
        onChange={(index: number) => {
          const next = sheets[index];
          if (next) show(next);
        }}
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
        onClick={() => step(1)}
      />
      <span className="s12 t3 nw">{t('import.map.sheetOf', { n: at + 1, total: sheets.length })}</span>
    </span>
  );
}
