import { Input, Select } from 'antd';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { inLang, problemWords, useWords } from '../../app/words.ts';
import { Required } from '../../parts/form.tsx';

export type EntryField = Answer<'manual.fields'>['categories'][number]['fields'][number];
type Checked = Answer<'manual.check'>;

/** The fields of a form, each with what was read from it or what stands in the way, as one types. */
export function EntryFields({
  fields,
  values,
  change,
  checked,
  touched,
  first,
}: {
  fields: readonly EntryField[];
  values: Readonly<Record<string, string>>;
  change: (field: string, text: string) => void;
  checked: Checked | undefined;
  /** an empty field is not blamed before one tried to enter it */
  touched: boolean;
  first: string | undefined;
}) {
  return (
    <div className="entry-fields">
      {fields.map((field) => (
        <FieldLine
          key={field.id}
          field={field}
          text={values[field.id] ?? ''}
          change={(text) => change(field.id, text)}
          problems={checked?.problems.filter((each) => each.field === field.id) ?? []}
          shown={checked?.values.find((each) => each.field === field.id)?.shown}
          touched={touched}
          autoFocus={field.id === first}
        />
      ))}
    </div>
  );
}

function FieldLine({
  field,
  text,
  change,
  problems,
  shown,
  touched,
  autoFocus,
}: {
  field: EntryField;
  text: string;
  change: (text: string) => void;
  problems: Checked['problems'];
  shown: string | undefined;
  touched: boolean;
  autoFocus: boolean;
}) {
  const { t, lang } = useWords();
  const id = `entry-${field.id}`;
  const label = inLang(field.label, lang);
  const [problem] = text.trim() === '' && !touched ? [] : problems;
  const status = problem ? ({ status: problem.rejects ? 'error' : 'warning' } as const) : {};
  const said = !problem
    ? null
    : problem.code === 'value.missing'
      ? t('manual.form.missing')
      : problemWords(problem, lang);
  return (
    <div className={field.type === 'memo' ? 'entry-field wide' : 'entry-field'}>
      <label htmlFor={id} className="s12 t2">
        {label}
        {field.need === 'yes' && <Required />}
        {field.need === 'cond' && <span className="t3 s12"> {t('manual.form.cond')}</span>}
      </label>
      {field.choices ? (
        <Select<string>
          id={id}
          allowClear
          autoFocus={autoFocus}
          aria-label={label}
          aria-describedby={`${id}-said`}
          placeholder={t('manual.form.choose')}
          {...status}
          {...(text !== '' && { value: text })}
          onChange={(next: string | undefined) => change(next ?? '')}
          showSearch={{ optionFilterProp: 'label' }}
          options={field.choices.map((choice) => ({ value: choice.id, label: inLang(choice.words, lang) }))}
        />
      ) : (
        <Input
          id={id}
          autoFocus={autoFocus}
          maxLength={2000}
          aria-describedby={`${id}-said`}
          {...status}
          value={text}
          onChange={(event) => change(event.target.value)}
        />
      )}
      <span
        id={`${id}-said`}
        aria-live="polite"
        className={said ? 'entry-said s12 tone-mid' : 'entry-said s12 t3'}
        title={said ?? shown}
      >
        {said ??
          (shown !== undefined && !field.choices && shown !== text.trim() ? t('manual.form.readAs', { shown }) : '')}
      </span>
    </div>
  );
}
