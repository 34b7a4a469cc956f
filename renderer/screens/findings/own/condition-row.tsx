import { IconX } from '@tabler/icons-react';
import { Button, Input, Select } from 'antd';
import { columnOf, type OwnCondition, opOf, ownOps, ownPartyKinds } from '../../../../shared/ontology/own-model.ts';
import type { OwnColumn, OwnView } from '../../../../shared/ontology/own-views.ts';
import { conditionWords } from '../../../../shared/ontology/own-words.ts';
import { inLang, useWords } from '../../../app/words.ts';
import { newCondition } from './draft.ts';

type Condition = { column: string; op: string; values: string[] };

/** 列 比较 值: one condition. Another column begins with its first comparison. */
export function ConditionRow({
  view,
  condition,
  change,
  remove,
}: {
  view: OwnView;
  condition: OwnCondition;
  change: (condition: Condition) => void;
  /** absent where the condition cannot be taken away alone */
  remove?: () => void;
}) {
  const { t, lang } = useWords();
  const column = columnOf(view, condition.column) ?? view.columns[0]!;
  const op = opOf(column, condition.op) ?? ownOps[column.kind][0]!;
  const now = { column: condition.column, op: condition.op, values: [...condition.values] };
  return (
    <div className="row g6">
      <Select
        size="small"
        aria-label={t('own.column')}
        style={{ width: 136 }}
        value={column.id}
        onChange={(id: string) => change(newCondition(columnOf(view, id)!) as Condition)}
        options={view.columns.map(({ id, words }) => ({ value: id, label: inLang(words, lang) }))}
      />
      <Select
        size="small"
        aria-label={t('own.op')}
        style={{ width: 150 }}
        value={op.id}
        onChange={(id: string) => {
          const next = opOf(column, id)!;
          const keeps = next.takes === op.takes && next.id.endsWith('kind') === op.id.endsWith('kind');
          change({ ...now, op: id, values: keeps ? now.values : [] });
        }}
        options={ownOps[column.kind].map(({ id, zh, en }) => ({ value: id, label: inLang({ zh, en }, lang) }))}
      />
      <span className="grow" style={{ minWidth: 120 }}>
        {op.takes === 1 && (
          <Input
            size="small"
            aria-label={t('own.value')}
            placeholder={column.kind === 'day' ? 'YYYY-MM-DD' : ''}
            suffix={
              <span className="s12 t3">
                {column.kind === 'money' || column.kind === 'price' ? inLang({ zh: '元', en: 'CNY' }, lang) : ''}
              </span>
            }
            maxLength={200}
            value={now.values[0] ?? ''}
            onChange={(event) => change({ ...now, values: event.target.value === '' ? [] : [event.target.value] })}
          />
        )}
        {op.takes === 'many' && (
          <Select
            size="small"
            mode={choicesOf(column, op.id) ? 'multiple' : 'tags'}
            aria-label={t('own.value')}
            placeholder={t('own.valuesHint')}
            style={{ width: '100%' }}
            value={now.values}
            onChange={(values: string[]) => change({ ...now, values })}
            {...(choicesOf(column, op.id)
              ? {
                  options: choicesOf(column, op.id)!.map(({ id, zh, en }) => ({
                    value: id,
                    label: inLang({ zh, en }, lang),
                  })),
                  showSearch: { optionFilterProp: 'label' },
                }
              : { open: false, suffixIcon: null })}
          />
        )}
      </span>
      {remove && (
        <Button
          size="small"
          type="text"
          aria-label={t('own.removeCondition', { words: inLang(conditionWords(view, condition), lang) })}
          icon={<IconX size={14} />}
          onClick={remove}
        />
      )}
    </div>
  );
}

/** What can be chosen from; undefined where words are typed. */
const choicesOf = (
  { kind, choices }: OwnColumn,
  op: string,
): ReadonlyArray<{ id: string; zh: string; en: string }> | undefined =>
  kind === 'choice'
    ? choices
    : kind === 'party' && op.endsWith('kind')
      ? ownPartyKinds.map(({ id, words }) => ({ id, ...words }))
      : undefined;
