import type { Source } from '../../../shared/protocol/parts.ts';
import type { ReportContext } from './page.ts';

/** 来源 as it stands in a report: 付款明细2024Q3.xlsx › 明细!D418 */
export const cite = (
  { mask }: ReportContext,
  source: Pick<Source, 'evidence' | 'file' | 'sheet' | 'cell' | 'row'>,
): string =>
  `${mask.file(source.evidence, source.file)} › ${mask.level === 'public' ? '' : mask.free(source.sheet)}!${source.cell ?? source.row}`;
