import { IconX } from '@tabler/icons-react';
import { Button, InputNumber, Select } from 'antd';
import { ownLimits, ownMeasureKinds, ownRelations } from '../../../../shared/ontology/own-model.ts';
import type { OwnView } from '../../../../shared/ontology/own-views.ts';
import { groupingWords, measureUnit, measureWords } from '../../../../shared/ontology/own-words.ts';
import { inLang, useWords } from '../../../app/words.ts';
import { ConditionRow } from './condition-row.tsx';
import { type Draft, type DraftMeasure, newCondition } from './draft.ts';

const signs = { '>=': '≥', '>': '＞', '<=': '≤', '<': '＜' } as const;
const ROWS = '';

/** 指标与阈值: what is counted of each group, and from which figure on it is a finding. */
export function Measures({
  view,
  groups,
  measures,
  change,
}: {
  view: OwnView;
  groups: Draft['groups'];
  measures: Draft['measures'];
  change: (measures: Draft['measures']) => void;
}) {
  const { t } = useWords();
  return (
    <div className="col g6">
      {measures.map((measure, at) => (
        <MeasureRow
          key={at}
          view={view}
          groups={groups}
          measure={measure}
          change={(next) => change(measures.with(at, next))}
          remove={() => change(measures.toSpliced(at, 1))}
        />
      ))}
      {measures.length < ownLimits.measures && (
        <Button
          size="small"
          style={{ alignSelf: 'start' }}
          onClick={() => change([...measures, { kind: 'count', relation: '>=', threshold: 3 }])}
        >
          {t('own.addMeasure')}
        </Button>
      )}
    </div>
  );
}

function MeasureRow({
  view,
  groups,
  measure,
  change,
  remove,
}: {
  view: OwnView;
  groups: Draft['groups'];
  measure: DraftMeasure;
  change: (measure: DraftMeasure) => void;
  remove: () => void;
}) {
  const { t, lang } = useWords();
  const isShare = measure.kind.startsWith('share');
  const summed = view.columns.filter(({ kind }) => kind === 'money' || kind === 'number');
  const columns = measure.kind === 'distinct' ? view.columns : summed;
  const { column: _, ...withoutColumn } = measure;
  return (
    <div className="col g4">
      <div className="row wrap g6">
        <Select
          size="small"
          aria-label={t('own.measure')}
          style={{ width: lang === 'en' ? 188 : 172 }}
          value={measure.kind}
          onChange={(kind: DraftMeasure['kind']) => change(startOf(kind, view, measure))}
          options={ownMeasureKinds.map((kind) => ({ value: kind, label: t(`own.kind.${kind}`) }))}
        />
        {measure.kind === 'share-of' && (
          <Select
            size="small"
            aria-label={t('own.within')}
            style={{ width: 120 }}
            value={measure.within ?? 0}
            onChange={(within: number) => change({ ...measure, within })}
            options={groups.map((group, at) => ({ value: at, label: inLang(groupingWords(view, group), lang) }))}
          />
        )}
        {measure.kind !== 'count' && (
          <Select
            size="small"
            aria-label={t('own.of')}
            style={{ width: 120 }}
            value={measure.column ?? ROWS}
            onChange={(id: string) => change(id === ROWS ? withoutColumn : { ...measure, column: id })}
            options={[
              ...(isShare ? [{ value: ROWS, label: t('own.rowsThemselves') }] : []),
              ...columns.map(({ id, words }) => ({ value: id, label: inLang(words, lang) })),
            ]}
          />
        )}
        <Select
          size="small"
          aria-label={t('own.relation')}
          style={{ width: 60 }}
          value={measure.relation}
          onChange={(relation) => change({ ...measure, relation })}
          options={ownRelations.map((relation) => ({ value: relation, label: signs[relation] }))}
        />
        <InputNumber
          size="small"
          aria-label={t('own.threshold')}
          style={{ width: 124 }}
          suffix={<span className="s12 t3">{isShare ? '%' : inLang(measureUnit(view, measure), lang)}</span>}
          value={isShare ? Math.round(measure.threshold * 10_000) / 100 : measure.threshold}
          onChange={(next) => next !== null && change({ ...measure, threshold: isShare ? next / 100 : next })}
        />
        <Button
          size="small"
          type="text"
          aria-label={t('own.removeMeasure', { words: inLang(measureWords(view, groups, measure), lang) })}
          icon={<IconX size={14} />}
          onClick={remove}
        />
      </div>
      {measure.where && (
        <ConditionRow view={view} condition={measure.where} change={(where) => change({ ...measure, where })} />
      )}
    </div>
  );
}

/** A figure of another kind begins with what that kind needs. */
function startOf(
  kind: DraftMeasure['kind'],
  view: OwnView,
  { relation, threshold, kind: before }: DraftMeasure,
): DraftMeasure {
  const wasShare = before.startsWith('share');
  const isShare = kind.startsWith('share');
  const base = { kind, relation, threshold: isShare === wasShare ? threshold : isShare ? 0.5 : 3 };
  const money = view.columns.find(({ kind: each }) => each === 'money' || each === 'number');
  switch (kind) {
    case 'count':
      return base;
    case 'sum':
      return { ...base, ...(money ? { column: money.id } : {}) };
    case 'distinct':
      return { ...base, column: view.columns[0]!.id };
    case 'share-of':
      return { ...base, within: 0 };
    case 'share-where':
      return { ...base, where: newCondition(view.columns[0]!) };
  }
}
