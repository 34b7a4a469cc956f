import type { Source } from '../../../shared/protocol/parts.ts';
import type { ReportContext } from './page.ts';

/** 来源 as it stands in a report: 付款明细2024Q3.xlsx › 明细!D418; what a person typed is marked 〔手工〕, what a person corrected 〔更正〕. */
export const cite = (
  { mask, word }: ReportContext,
  source: Pick<Source, 'evidence' | 'file' | 'sheet' | 'cell' | 'row' | 'manual' | 'corrected'>,
): string =>
  `${mask.file(source.evidence, source.file)} › ${mask.level === 'public' ? '' : mask.free(source.sheet)}!${source.cell ?? source.row}${
    source.manual ? `〔${word('byHand')}〕` : ''
  }${source.corrected === undefined ? '' : `〔${word('correctedMark')}〕`}`;
