import { notesOf } from '../../store/party-notes.ts';
import type { PageValue, ReportContext, ReportPage } from '../page.ts';

/** 备注: what persons noted on the party, the latest first, said to be theirs. A note that was taken away is not written out. */
export const notesPage: ReportPage = {
  id: 'notes',
  columns: [
    { title: 'at', kind: 'text', width: 26 },
    { title: 'noteBy', kind: 'text', width: 14 },
    { title: 'noteText', kind: 'text', width: 80, wrap: true },
    { title: 'noteNature', kind: 'text', width: 26 },
    { title: 'noteChanged', kind: 'count', width: 12 },
  ],
  count: (context) => lines(context).length,
  rows: lines,
};

function lines({ store, mask, word, party = 0 }: ReportContext): PageValue[][] {
  return notesOf(store, party)
    .filter(({ text }) => text !== '')
    .map(({ at, actor, text, earlier }) => [
      at,
      mask.level === 'public' ? '' : actor,
      mask.free(text),
      word('noteOfPerson'),
      earlier.length,
    ]);
}
