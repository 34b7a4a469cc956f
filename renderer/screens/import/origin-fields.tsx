import { Input, Select } from 'antd';
import { useState } from 'react';
import { isDay } from '../../../shared/evidence/day.ts';
import type { BatchOrigin } from '../../../shared/protocol/import.requests.ts';
import { useWords } from '../../app/words.ts';
import { useFieldNames } from '../../parts/field-names.ts';
import { Head } from '../../parts/pane.tsx';
import type { ImportState } from './import-state.ts';
import { useQueue } from './queue.ts';

const ways = ['', 'requisition', 'transfer', 'self-check', 'report'] as const;

/** 来源: where the files of this import come from. The category is guessed; all of it may be left empty. */
export function OriginFields({ state }: { state: ImportState }) {
  const { t } = useWords();
  const nameOf = useFieldNames();
  const obtained = useQueue((queue) => queue.obtained);
  const change = (part: Partial<BatchOrigin>) => useQueue.setState({ obtained: { ...obtained, ...part } });
  const kinds = [...new Set(state.sheets.flatMap(({ preview }) => preview.category ?? []))].map(nameOf);
  const guess =
    kinds.length > 0
      ? t('wizard.origin.kindGuess', { kinds: kinds.join(t('common.listSeparator')) })
      : t('wizard.origin.kindNone');
  const text = (field: 'kind' | 'unit' | 'document', hint: string) => (
    <Input
      id={`origin-${field}`}
      maxLength={200}
      placeholder={hint}
      title={hint}
      value={obtained[field]}
      onChange={(event) => change({ [field]: event.target.value })}
    />
  );
  return (
    <>
      <Head title={t('wizard.origin.title')} sub={t('wizard.origin.sub')} />
      <div className="sec form-grid">
        <label htmlFor="origin-kind">{t('wizard.origin.kind')}</label>
        {text('kind', guess)}
        <label htmlFor="origin-unit">{t('wizard.origin.unit')}</label>
        {text('unit', t('wizard.origin.unitHint'))}
        <label htmlFor="origin-how">{t('wizard.origin.how')}</label>
        <Select
          id="origin-how"
          aria-label={t('wizard.origin.how')}
          value={obtained.how}
          onChange={(how: BatchOrigin['how']) => change({ how })}
          options={ways.map((value) => ({ value, label: t(`wizard.origin.hows.${value}`) }))}
        />
        <label htmlFor="origin-on">{t('wizard.origin.on')}</label>
        <DayField day={obtained.on} save={(on) => change({ on })} />
        <label htmlFor="origin-document">{t('wizard.origin.document')}</label>
        {text('document', t('wizard.origin.documentHint'))}
      </div>
      <p className="pad s12 t3">{t('wizard.origin.note')}</p>
    </>
  );
}

/** A day typed as 2026-03-02; anything else is shown as wrong and not taken. */
function DayField({ day, save }: { day: string | null; save: (day: string | null) => void }) {
  const [typed, setTyped] = useState(day ?? '');
  const isRight = typed === '' || isDay(typed);
  return (
    <Input
      id="origin-on"
      maxLength={10}
      placeholder="2026-03-02"
      status={isRight ? '' : 'error'}
      aria-invalid={!isRight}
      value={typed}
      onChange={(event) => {
        const text = event.target.value.trim();
        setTyped(text);
        save(isDay(text) ? text : null);
      }}
    />
  );
}
