import type { Bilingual } from '../protocol/parts.ts';
import {
  columnOf,
  type OwnCondition,
  type OwnDefinition,
  type OwnGrouping,
  type OwnMeasure,
  type OwnRelation,
  opOf,
  ownPartyKinds,
} from './own-model.ts';
import { type OwnColumn, type OwnView, ownViewById } from './own-views.ts';

type Lang = keyof Bilingual;

const periods = {
  day: { zh: '日', en: 'day' },
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季', en: 'quarter' },
  year: { zh: '年', en: 'year' },
} as const;
const signs: Readonly<Record<OwnRelation, string>> = { '>=': '≥', '>': '＞', '<=': '≤', '<': '＜' };

const both = (make: (lang: Lang) => string): Bilingual => ({ zh: make('zh'), en: make('en') });

/** 口径: a definition as sentences that a reader of the report can check. */
export const definitionWords = (definition: OwnDefinition): Bilingual =>
  both((lang) => {
    const view = ownViewById.get(definition.view);
    if (!view) return definition.view;
    const { join, items, groups: inner } = definition.where;
    const joined = (list: readonly string[], by: 'all' | 'any') =>
      list.join(lang === 'zh' ? (by === 'all' ? ' 且 ' : ' 或 ') : by === 'all' ? ' and ' : ' or ');
    const say = (condition: OwnCondition) => conditionWords(view, condition)[lang];
    const conditions = joined(
      [
        ...items.map(say),
        ...inner
          .filter((group) => group.items.length > 0)
          .map((group) => `(${joined(group.items.map(say), group.join)})`),
      ],
      join,
    );
    const grouped = definition.groups.map((group) => groupingWords(view, group)[lang]);
    const held = definition.measures.map(
      (measure) =>
        `${measureWords(view, definition.groups, measure)[lang]} ${signs[measure.relation]} ${thresholdText(view, measure)}`,
    );
    return lang === 'zh'
      ? `${view.words.zh}；条件：${conditions || '全部'}；按${grouped.join('、')}分组；${held.join('，且 ')}`
      : `${view.words.en}; where ${conditions || 'anything'}; by ${grouped.join(', ')}; ${held.join(' and ')}`;
  });

export const conditionWords = (view: OwnView, { column: id, op: opId, values }: OwnCondition): Bilingual =>
  both((lang) => {
    const column = columnOf(view, id);
    const op = column && opOf(column, opId);
    if (!column || !op) return id;
    const given = op.takes === 0 ? [] : values.map((value) => valueWords(column, op.id, value)[lang]);
    return [column.words[lang], op[lang], given.join(lang === 'zh' ? '、' : ' / ')].filter(Boolean).join(' ');
  });

function valueWords(column: OwnColumn, op: string, value: string): Bilingual {
  const same = { zh: value, en: value };
  if (column.kind === 'choice') return column.choices?.find(({ id }) => id === value) ?? same;
  if (column.kind === 'party' && op.endsWith('kind'))
    return ownPartyKinds.find(({ id }) => id === value)?.words ?? same;
  if (column.kind === 'money' || column.kind === 'price') return { zh: `${value} 元`, en: `${value} CNY` };
  return column.kind === 'text' || column.kind === 'party' ? { zh: `“${value}”`, en: `"${value}"` } : same;
}

export function groupingWords(view: OwnView, { column: id, by }: OwnGrouping): Bilingual {
  const column = columnOf(view, id);
  if (!column) return { zh: id, en: id };
  return by === undefined
    ? column.words
    : { zh: `${column.words.zh}（${periods[by].zh}）`, en: `${column.words.en} (${periods[by].en})` };
}

export const measureWords = (view: OwnView, groups: readonly OwnGrouping[], measure: OwnMeasure): Bilingual =>
  both((lang) => {
    const zh = lang === 'zh';
    const column = columnOf(view, measure.column)?.words[lang];
    const within = measure.within === undefined ? undefined : groups[measure.within];
    switch (measure.kind) {
      case 'count':
        return zh ? '行数' : 'Rows';
      case 'sum':
        return zh ? `${column ?? ''}合计` : `Sum of ${column ?? ''}`;
      case 'distinct':
        return zh ? `不同${column ?? ''}数` : `Different values of ${column ?? ''}`;
      case 'share-of': {
        const whole = within ? groupingWords(view, within)[lang] : '';
        return zh
          ? `${column ? `${column}占` : '行数占'}同一${whole}全部的比例`
          : `Share of ${column ?? 'the rows'} of the same ${whole}`;
      }
      case 'share-where': {
        const where = measure.where ? conditionWords(view, measure.where)[lang] : '';
        return zh ? `其中“${where}”的${column ?? '行数'}比例` : `Share of ${column ?? 'rows'} where ${where}`;
      }
    }
  });

/** What unit a threshold is in. */
export function measureUnit(view: OwnView, measure: OwnMeasure): Bilingual {
  if (measure.kind.startsWith('share')) return { zh: '比例', en: 'share' };
  if (measure.kind === 'sum' && columnOf(view, measure.column)?.kind === 'money') return { zh: '元', en: 'CNY' };
  return measure.kind === 'count' ? { zh: '行', en: 'rows' } : { zh: '', en: '' };
}

function thresholdText(view: OwnView, measure: OwnMeasure): string {
  if (measure.kind.startsWith('share')) return `${Math.round(measure.threshold * 10_000) / 100}%`;
  const money = columnOf(view, measure.column)?.kind === 'money' && measure.kind === 'sum';
  return money ? `¥${measure.threshold.toLocaleString('en-US')}` : measure.threshold.toLocaleString('en-US');
}
