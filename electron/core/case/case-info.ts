import { basename } from 'node:path';
import type { CaseInfo } from '../../../shared/protocol/case.requests.ts';
import { caseInfo as shape } from '../../../shared/protocol/case.requests.ts';
import { journalHead } from '../journal/write-journal.ts';
import { readMeta } from '../store/meta.ts';
import type { OpenCase } from '../store/open-case.ts';

/** What the screen says about the open case. */
export function caseInfo(openCase: OpenCase): CaseInfo {
  const { store, caseId, folder, actor } = openCase;
  return shape.parse({
    id: caseId,
    folder: basename(folder),
    title: readMeta(store, 'title'),
    number: readMeta(store, 'number'),
    unit: readMeta(store, 'unit'),
    classification: readMeta(store, 'classification'),
    actor,
    sample: readMeta(store, 'sample') === '1',
    createdAt: readMeta(store, 'created_at'),
    journal: journalHead(store, caseId),
  });
}
