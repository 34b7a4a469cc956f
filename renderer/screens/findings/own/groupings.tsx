import { IconX } from '@tabler/icons-react';
import { Button, Select } from 'antd';
import { columnOf, ownLimits, ownPeriods } from '../../../../shared/ontology/own-model.ts';
import type { OwnView } from '../../../../shared/ontology/own-views.ts';
import { groupingWords } from '../../../../shared/ontology/own-words.ts';
import { inLang, useWords } from '../../../app/words.ts';
import type { Draft } from './draft.ts';

type Groups = Draft['groups'];

/** 分组: parties, texts and choices as they are, days by their period. */
export function Groupings({
  view,
  groups,
  change,
}: {
  view: OwnView;
  groups: Groups;
  change: (groups: Groups) => void;
}) {
  const { t, lang } = useWords();
  const columns = view.columns.filter(({ kind }) => ['party', 'text', 'choice', 'day'].includes(kind));
  const blank = (id: string): Groups[number] =>
    columnOf(view, id)?.kind === 'day' ? { column: id, by: 'month' } : { column: id };
  const unused = columns.find(({ id }) => !groups.some(({ column }) => column === id));
  return (
    <div className="row wrap g6">
      {groups.map((group, at) => (
        <span key={`${group.column} ${group.by ?? ''}`} className="row g4">
          <Select
            size="small"
            aria-label={t('own.groups')}
            style={{ width: 136 }}
            value={group.column}
            onChange={(id: string) => change(groups.with(at, blank(id)))}
            options={columns.map(({ id, words }) => ({ value: id, label: inLang(words, lang) }))}
          />
          {group.by && (
            <Select
              size="small"
              aria-label={t('own.by')}
              style={{ width: 84 }}
              value={group.by}
              onChange={(by) => change(groups.with(at, { ...group, by }))}
              options={ownPeriods.map((by) => ({ value: by, label: t(`own.period.${by}`) }))}
            />
          )}
          <Button
            size="small"
            type="text"
            aria-label={t('own.removeGrouping', { words: inLang(groupingWords(view, group), lang) })}
            icon={<IconX size={14} />}
            onClick={() => change(groups.toSpliced(at, 1))}
          />
        </span>
      ))}
      {groups.length < ownLimits.groups && unused && (
        <Button size="small" onClick={() => change([...groups, blank(unused.id)])}>
          {t('own.addGrouping')}
        </Button>
      )}
    </div>
  );
}
