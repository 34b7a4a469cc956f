import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useShortcuts } from '../../app/keyboard.ts';
import { inLang, problemWords, useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { useSettled } from '../../parts/settled.ts';
import type { SourceView } from '../source/source-rows.ts';
import { leaveCorrection } from './correct-asked.ts';

/** One cell: what the file says on the left, what it should say on the right, and why. The file is never changed. */
export function CorrectDialog({ view, rowId }: { view: SourceView; rowId: number }) {
  const { t, lang } = useWords();
  const { attempt, say } = useAsk();
  const cells = view.columns.filter(({ field }) => field !== null);
  const [column, setColumn] = useState(view.marked ?? cells[0]?.index ?? 0);
  const here = view.rows.find((row) => row.rowId === rowId);
  const standing = view.corrections.find((each) => each.column === column);
  const original = standing?.original ?? here?.cells[column] ?? '';
  const [values, setValues] = useState<Readonly<Record<number, string>>>({});
  const value = values[column] ?? standing?.value ?? original;
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const { field, label, name } = view.columns.find(({ index }) => index === column) ?? {};
  const wanted = useSettled(value.trim(), 200);
  const read = useAnswer(
    'manual.check',
    { what: 'record', category: view.category, values: field ? { [field]: wanted } : {} },
    { enabled: field !== undefined && field !== null && wanted !== '', keep: true },
  );
  const problem =
    wanted === ''
      ? undefined
      : read.data?.problems.find((each) => each.field === field && each.code !== 'value.missing');
  const shown = wanted === '' ? undefined : read.data?.values.find((each) => each.field === field)?.shown;
  const isSame = value === (standing?.value ?? original);
  const ready = !isSame && reason.trim() !== '';
  const save = async () => {
    if (!ready || busy) return;
    setBusy(true);
    const done = await attempt(() =>
      client.request('import.correct', { rows: [{ rowId, cells: [{ column, value }] }], reason: reason.trim() }),
    );
    setBusy(false);
    if (!done) return;
    say(t('correct.saved', { findings: done.findings }));
    leaveCorrection();
  };
  useShortcuts('here', [{ keys: 'Ctrl+Enter', label: t('correct.save'), run: () => void save() }]);
  return (
    <Modal
      open
      centered
      width={680}
      title={t('correct.title', { where: `${view.sheet}!${name ?? ''}${view.row}` })}
      okText={t('correct.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !ready, loading: busy, title: 'Ctrl Enter' }}
      onOk={() => void save()}
      onCancel={leaveCorrection}
    >
      <div className="col g12">
        <div className="entry-field">
          <label htmlFor="correct-field" className="s12 t2">
            {t('correct.field')}
          </label>
          <Select<number>
            id="correct-field"
            aria-label={t('correct.field')}
            value={column}
            onChange={setColumn}
            showSearch={{ optionFilterProp: 'label' }}
            options={cells.map(({ index, header, label: words, name: letter }) => ({
              value: index,
              label: `${letter}  ${words ? inLang(words, lang) : header}`,
            }))}
          />
        </div>
        <div className="entry-fields">
          <div className="entry-field">
            <span className="s12 t2">{t('correct.original')}</span>
            <div className="original-value mono" style={{ userSelect: 'text' }}>
              {original === '' ? <span className="t3">{t('correct.emptied')}</span> : original}
            </div>
          </div>
          <div className="entry-field">
            <label htmlFor="correct-value" className="s12 t2">
              {t('correct.value')}
            </label>
            <Input
              id="correct-value"
              autoFocus
              maxLength={4000}
              placeholder={t('correct.valueHint')}
              aria-describedby="correct-said"
              {...(problem && { status: problem.rejects ? ('error' as const) : ('warning' as const) })}
              value={value}
              onChange={(event) => setValues({ ...values, [column]: event.target.value })}
            />
            <span
              id="correct-said"
              aria-live="polite"
              className={problem ? 'entry-said s12 tone-mid' : 'entry-said s12 t3'}
            >
              {problem
                ? problemWords(problem, lang)
                : shown !== undefined && shown !== value.trim()
                  ? t('correct.readAs', { shown })
                  : ''}
            </span>
          </div>
        </div>
        <div className="entry-field">
          <label htmlFor="correct-reason" className="s12 t2">
            {t('correct.reason')}
          </label>
          <Input.TextArea
            id="correct-reason"
            rows={2}
            maxLength={200}
            placeholder={t('correct.reasonHint')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <span className="t3 s12">
          {label ? `${inLang(label, lang)}${t('common.colon')}` : ''}
          {t('correct.note')}
        </span>
      </div>
    </Modal>
  );
}
