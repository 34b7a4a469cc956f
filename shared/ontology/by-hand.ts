import type { Bilingual } from '../protocol/parts.ts';
import type { LinkKind } from './kind.ts';

/** Ties between people and firms that no spreadsheet need say: only a person can state them. */
const statedOnly: ReadonlyArray<{ readonly id: string; readonly words: Bilingual; readonly directed: boolean }> = [
  { id: 'relation', words: { zh: '其他关系', en: 'Other relation' }, directed: false },
];

/**
 * 手工关系: for every kind of link one that is drawn from what persons typed, so that it stands apart from what spreadsheets say, in the
 * legend, in the counts and in every sum.
 */
export function handKindsOf(kinds: readonly LinkKind[]): LinkKind[] {
  const stated = statedOnly.filter(({ id }) => !kinds.some((kind) => kind.id === id));
  return [...kinds, ...stated].map(({ id, words, directed }) => ({
    id: `hand-${id}`,
    words: { zh: `${words.zh}（手工）`, en: `${words.en} (by hand)` },
    line: 'short-dash',
    directed,
    money: null,
    byHand: id,
    edge: {
      view: 'manual_link',
      from: 'source',
      to: 'target',
      rows: 'row',
      only: { column: 'kind', in: [id] },
      amount: 'fen',
      on: 'day',
      text: ['text'],
      cell: ['amount', 'day', 'kind'],
    },
  }));
}
