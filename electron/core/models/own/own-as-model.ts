import { columnOf, type OwnDefinition, type OwnMeasure, ownFaults } from '../../../../shared/ontology/own-model.ts';
import { type OwnView, ownViewById } from '../../../../shared/ontology/own-views.ts';
import { definitionWords, groupingWords, measureUnit, measureWords } from '../../../../shared/ontology/own-words.ts';
import type { Bilingual } from '../../../../shared/protocol/parts.ts';
import type { OwnVersion } from '../../store/own-models.ts';
import type { Model, Setting } from '../model.ts';
import { findOwn } from './find-own.ts';

/** All own models are one family: on the same rows they count once in the risk score, and no more than a judgement of this tool. */
const FAMILY = 'own-model';
const WEIGHT = 0.4;

const says = (text: string): Bilingual => ({ zh: text, en: text });

/**
 * 自建模型 as a model like any other: it is run, explained, tuned and reported in the same way, and says everywhere who made it. A version whose
 * definition this program cannot run (made by a newer one) judges nothing.
 */
export function ownAsModel({ model: id, version, state, definition, reason, at, actor }: OwnVersion): Model {
  const view = ownViewById.get(definition.view);
  const isSound = ownFaults(definition).length === 0 && view !== undefined;
  const settings = isSound
    ? definition.measures.map((measure, i) => settingOf(view, definition, measure, i, version, actor))
    : [];
  return {
    id,
    version,
    group: 'own',
    areas: [],
    links: [],
    family: FAMILY,
    weight: WEIGHT,
    title: says(definition.name),
    question: says(definition.explanation),
    summary: isSound ? summaryOf(view, definition) : says(definition.name),
    basis: [
      {
        source: { zh: '本案自建模型', en: 'Made in this case' },
        text: {
          zh: `${actor} 于 ${at.slice(0, 10)} 写成第 ${version} 版（${reason}）。不是本工具的模型，也没有机关公布过这条规则。`,
          en: `Version ${version} by ${actor} on ${at.slice(0, 10)} (${reason}). It is no model of this tool, and no authority published this rule.`,
        },
        own: true,
      },
    ],
    needs: isSound ? [{ category: view.category, fields: fieldsOf(view, definition) }] : [],
    settings,
    innocent: definition.innocent.filter((each) => each.trim() !== '').map(says),
    blindSpots: [
      {
        zh: '数值为空的行不满足任何条件（“为空”除外），没有分组项的行不分组',
        en: 'Rows whose value is unknown meet no condition but "is unknown"; rows without a value to group by are in no group',
      },
      {
        zh: '付款和费用中已由真实会议解释的不计入，列为已解释；其他正常原因要由办案人逐条核对',
        en: 'Payments and fees that a genuine conference explains are shown and not counted; other lawful reasons have to be checked by hand',
      },
    ],
    ...(isSound
      ? {}
      : {
          coverage: () => [
            { id: 'own-definition', words: { zh: '本程序读不懂这条规则', en: 'This program cannot read the rule' } },
          ],
        }),
    find: (evidence, values) =>
      findOwn(
        evidence,
        definition,
        settings.map(({ name, default: usual }) => ({
          name,
          value: (values as Record<string, number>)[name] ?? usual,
        })),
      ),
    examples: [],
    own: { state, words: definitionWords(definition), actor, at, reason },
  };
}

/** A threshold with a range around what the author chose, so that it can be tried out like any other. */
function settingOf(
  view: OwnView,
  { groups }: OwnDefinition,
  measure: OwnMeasure,
  index: number,
  version: number,
  actor: string,
): Setting {
  const { threshold } = measure;
  const isShare = measure.kind.startsWith('share');
  return {
    // a threshold tried out for one version says nothing about the next
    name: `v${version}.m${index + 1}`,
    label: measureWords(view, groups, measure),
    unit: measureUnit(view, measure),
    default: threshold,
    min: Math.min(0, threshold * 10),
    max: isShare ? 1 : Math.max(20, threshold * 10),
    step: isShare
      ? 0.01
      : Number.isInteger(threshold) && threshold < 10_000
        ? 1
        : Number.isInteger(threshold)
          ? 1000
          : 0.01,
    basis: { zh: `${actor} 设定`, en: `Set by ${actor}` },
  };
}

/** 收款方 {{g0}}，月 {{g1}}：行数 {{m0}}，金额合计 {{m1}}. */
function summaryOf(view: OwnView, { groups, measures }: OwnDefinition): Bilingual {
  const of = (lang: 'zh' | 'en') => {
    const grouped = groups.map((group, i) => `${groupingWords(view, group)[lang]} {{g${i}}}`);
    // measures are named by the registry and by conditions: braces that a person typed are no places
    const held = measures.map(
      (measure, i) => `${measureWords(view, groups, measure)[lang].replaceAll(/[{}]/g, '')} {{m${i}}}`,
    );
    return lang === 'zh' ? `${grouped.join('，')}：${held.join('，')}` : `${grouped.join(', ')}: ${held.join(', ')}`;
  };
  return { zh: of('zh'), en: of('en') };
}

/** The columns of sheets without which the rule says nothing. */
function fieldsOf(view: OwnView, { where, groups, measures }: OwnDefinition): string[] {
  const named = [
    ...where.items.map(({ column }) => column),
    ...groups.map(({ column }) => column),
    ...measures.flatMap(({ column, where: part }) => [column, part?.column]),
  ];
  // inside a group of alternatives another column may answer
  return [...new Set(named.flatMap((id) => columnOf(view, id)?.field ?? []))];
}
