import { IconArrowsExchange } from '@tabler/icons-react';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useShortcuts } from '../../app/keyboard.ts';
import { inLang, useWords } from '../../app/words.ts';
import { client } from '../../client/client.ts';
import { useAnswer } from '../../client/queries.ts';
import { useAsk } from '../../parts/ask.ts';
import { Required } from '../../parts/form.tsx';
import { useSettled } from '../../parts/settled.ts';
import { type EntryAsked, leaveEntry } from './entry-asked.ts';
import { EntryFields } from './entry-fields.tsx';
import { PartySelect } from './party-select.tsx';

/** 手工录入: one record, party or link, with its ground. What is typed is read as one types, by the readers of the import. */
export function EntryDialog({ asked, done }: { asked: EntryAsked; done: ((rowId: number) => void) | null }) {
  const { t, lang } = useWords();
  const { attempt, confirm, say } = useAsk();
  const { what, entry } = asked;
  const [category, setCategory] = useState(asked.category);
  const [values, setValues] = useState<Readonly<Record<string, string>>>(asked.values ?? {});
  const [ends, setEnds] = useState({ from: asked.from, to: asked.to });
  const [reason, setReason] = useState('');
  const [all, setAll] = useState(false);
  const [touched, setTouched] = useState(false);
  const [busy, setBusy] = useState(false);
  const known = useAnswer('manual.fields', {});
  const kinds = known.data?.categories.filter((each) => each.what === what) ?? [];
  const kind = what === 'record' ? kinds.find((each) => each.id === category) : kinds[0];
  const ask = { what, ...(what === 'record' && { category }), values, ...ends };
  const settled = useSettled(JSON.stringify(ask), 200);
  const checked = useAnswer('manual.check', JSON.parse(settled), { enabled: kind !== undefined, keep: true });

  const fields = kind?.fields ?? [];
  const asksFor = fields.filter((field) => field.front || (asked.values?.[field.id] ?? '') !== '');
  const rest = fields.filter((field) => !asksFor.includes(field));
  const hasEnds = what !== 'link' || (ends.from !== undefined && ends.to !== undefined && ends.from !== ends.to);
  const needs = [kind === undefined, !hasEnds, reason.trim() === ''].some(Boolean);
  const isDirty = reason !== '' || JSON.stringify(values) !== JSON.stringify(asked.values ?? {});

  const change = (field: string, text: string) =>
    setValues((now) => {
      const { [field]: _, ...others } = now;
      return text === '' ? others : { ...others, [field]: text };
    });
  const leave = async () => {
    if (isDirty && !(await confirm({ title: t('manual.form.leave'), yes: t('manual.form.leaveYes') }))) return;
    leaveEntry();
  };
  const save = async () => {
    setTouched(true);
    if (needs || busy) return;
    setBusy(true);
    const replaces = entry ? { replaces: entry.entry } : {};
    const added = await attempt(() => client.request('manual.add', { ...ask, reason: reason.trim(), ...replaces }));
    setBusy(false);
    if (!added) return;
    say(t('manual.saved', { entry: added.entry }));
    leaveEntry();
    done?.(added.rowId);
  };
  useShortcuts('here', [{ keys: 'Ctrl+Enter', label: t('manual.form.save'), run: () => void save() }]);
  const deed = !entry ? 'add' : entry.state === 'standing' ? 'edit' : 'restore';
  const okText = { add: t('manual.form.save'), edit: t('manual.form.saveEdit'), restore: t('manual.form.saveRestore') };
  return (
    <Modal
      open
      centered
      width={760}
      mask={{ closable: false }}
      title={t(`manual.form.${deed}`, { what: t(`manual.kinds.${what}`), entry: entry?.entry ?? 0 })}
      okText={okText[deed]}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: needs, loading: busy, title: 'Ctrl Enter' }}
      onOk={() => void save()}
      onCancel={() => void leave()}
    >
      <div className="col g12 entry-form">
        {what === 'record' && (
          <div className="entry-field wide">
            <label htmlFor="entry-category" className="s12 t2">
              {t('manual.form.category')}
              <Required />
            </label>
            <Select<string>
              id="entry-category"
              autoFocus={category === undefined}
              disabled={entry !== undefined}
              aria-label={t('manual.form.category')}
              placeholder={t('manual.form.chooseCategory')}
              {...(category !== undefined && { value: category })}
              onChange={setCategory}
              showSearch={{ optionFilterProp: 'label' }}
              options={kinds.map((each) => ({ value: each.id, label: inLang(each.title, lang) }))}
            />
          </div>
        )}
        {what === 'link' && (
          <div className="row g6 ends-line">
            <div className="entry-field grow">
              <span className="s12 t2">
                {t('manual.form.from')}
                <Required />
              </span>
              <PartySelect
                autoFocus={ends.from === undefined}
                label={t('manual.form.from')}
                value={ends.from}
                change={(from) => setEnds({ ...ends, from })}
              />
            </div>
            <Button
              type="text"
              className="turn"
              aria-label={t('manual.form.turn')}
              title={t('manual.form.turn')}
              icon={<IconArrowsExchange size={16} stroke={1.5} />}
              onClick={() => setEnds({ from: ends.to, to: ends.from })}
            />
            <div className="entry-field grow">
              <span className="s12 t2">
                {t('manual.form.to')}
                <Required />
              </span>
              <PartySelect label={t('manual.form.to')} value={ends.to} change={(to) => setEnds({ ...ends, to })} />
            </div>
          </div>
        )}
        {kind && (
          <EntryFields
            fields={all ? [...asksFor, ...rest] : asksFor}
            values={values}
            change={change}
            checked={checked.data}
            touched={touched}
            first={what === 'party' ? asksFor[0]?.id : undefined}
          />
        )}
        {rest.length > 0 && (
          <button type="button" className="link s12 start" onClick={() => setAll(!all)}>
            {all ? t('manual.form.fewer') : t('manual.form.more', { count: rest.length })}
          </button>
        )}
        <div className="entry-field wide">
          <label htmlFor="entry-reason" className="s12 t2">
            {t('manual.form.reason')}
            <Required />
          </label>
          <Input.TextArea
            id="entry-reason"
            rows={2}
            maxLength={200}
            placeholder={t('manual.form.reasonHint')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        {entry && <span className="t3 s12">{t('manual.form.note')}</span>}
      </div>
    </Modal>
  );
}
