import type { Answer } from '../../../shared/protocol/requests.ts';
import { go } from '../../app/store.ts';
import { inLang, type Lang } from '../../app/words.ts';

/** A finding with everything its detail shows. */
export type Finding = Answer<'finding.read'>;
export type EvidenceRow = Finding['evidence'][number];

/** Opens the cell of the first row a finding rests on; the source view then knows the finding and leads through its other rows. */
export function openFirstSource({ id, evidence }: Finding): void {
  const first = evidence.find(({ role }) => role === 'evidence') ?? evidence[0];
  if (first) go('source', { rowId: first.rowId, field: first.field, finding: id });
}

/** 合柚灵工 → 李某; one side alone keeps the arrow that says which it is. */
export function sidesText({ from, to }: Pick<EvidenceRow, 'from' | 'to'>): string {
  if (from === null && to === null) return '';
  return `${from ?? ''} → ${to ?? ''}`.trim();
}

/** The words of the row, and why it stands here. */
export const textOf = ({ text, note, also }: EvidenceRow, lang: Lang): string =>
  [text, ...new Set([note, ...also.map((cell) => cell.note)].map((each) => each && inLang(each, lang)))]
    .filter(Boolean)
    .join(lang === 'en' ? '; ' : '；');
