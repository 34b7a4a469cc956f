import type { ManualEntry } from '../../../../shared/protocol/manual.requests.ts';
import { sheetOf } from '../../sheets/index.ts';
import type { Store } from '../../store/connect.ts';
import { partyOfMention, type StoredEntry } from '../../store/manual-entries.ts';
import { prepared } from '../../store/prepared.ts';
import { isProtectedField, WITHHELD } from '../../store/protected-cells.ts';
import { filledFields } from './entry-document.ts';

interface Line {
  readonly fen: number | null;
  readonly from: number | null;
  readonly to: number | null;
}

/** An entry as the list shows it: what was typed in the order of its form, and what came of it while it stands. */
export function listedEntry(store: Store, stored: StoredEntry): ManualEntry {
  const sheet = sheetOf(stored.category);
  const typed = JSON.parse(stored.typed) as Record<string, string>;
  const fields = sheet?.fields ?? {};
  const line =
    stored.row === null
      ? undefined
      : prepared<[number], Line>(
          store,
          'select fen, from_party as "from", to_party as "to" from line where row = ?',
        ).get(stored.row);
  const end = (field: string) => (typed[field] === undefined ? null : partyOfMention(store, Number(typed[field])));
  const isLink = stored.what === 'link';
  return {
    entry: stored.id,
    batch: stored.batch,
    what: stored.what,
    category: stored.category,
    title: sheet?.title ?? { zh: stored.category, en: stored.category },
    values: filledFields(fields, typed)
      .filter((field) => !field.endsWith('_mention'))
      .map((field) => {
        const { zh, en } = fields[field] ?? { zh: field, en: field };
        return { field, label: { zh, en }, text: isProtectedField(field) ? WITHHELD : (typed[field] ?? '') };
      }),
    fen: line?.fen ?? null,
    parties: [...new Set([line?.from, line?.to])].flatMap((id) => refOf(store, id ?? null)),
    from: isLink ? end('from_mention') : null,
    to: isLink ? end('to_mention') : null,
    at: stored.at,
    actor: stored.actor,
    reason: stored.reason,
    state: stored.state === 'written' ? 'standing' : stored.replacedBy === null ? 'removed' : 'replaced',
    replaces: stored.replaces,
    replacedBy: stored.replacedBy,
    removedAt: stored.undoneAt,
    removedBy: stored.undoneBy,
    removeReason: stored.undoReason,
    rowId: stored.row,
  };
}

function refOf(store: Store, id: number | null): ManualEntry['parties'] {
  if (id === null) return [];
  const party = prepared<[number], { id: number; kind: string; name: string }>(
    store,
    'select id, kind, name from party where id = ?',
  ).get(id);
  return party ? [party] : [];
}
