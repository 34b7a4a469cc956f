import { showBeside } from '../../../shared/evidence/sentence.ts';
import type { ModelWords } from '../../../shared/protocol/findings.requests.ts';
import type { Measure } from '../../../shared/protocol/parts.ts';

/**
 * The value and the threshold of a measure as they are shown. Where the threshold is the setting itself a count and its threshold take the
 * setting's unit: 9 笔 > 5 笔; of a number, whose unit may be a scale, the threshold alone does: 0.99 ≥ 0.7 斯皮尔曼. A threshold worked out from the
 * setting (three times the count above it) has another unit, and money, shares and days carry their own.
 */
export function shownOf(
  { value, threshold }: Measure,
  setting: Pick<ModelWords['settings'][number], 'unit' | 'value'> | undefined,
  lang: 'zh-CN' | 'en',
): { readonly value: string; readonly threshold: string } {
  const isSetting =
    setting !== undefined &&
    threshold !== null &&
    (threshold.type === 'count' || threshold.type === 'number') &&
    threshold.value === setting.value;
  const unit = isSetting && setting.unit.zh !== '—' ? ` ${lang === 'en' ? setting.unit.en : setting.unit.zh}` : '';
  return {
    value: showBeside(value, threshold, lang) + (value.type === 'count' ? unit : ''),
    threshold: threshold === null ? '' : showBeside(threshold, value, lang) + unit,
  };
}
