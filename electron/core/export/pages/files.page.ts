import type { PageValue, ReportPage } from '../page.ts';

interface Line {
  evidence: number;
  file: string;
  bytes: number;
  sha256: string;
  sm3: string;
  taken_at: string;
  container: string | null;
  container_sha256: string | null;
  batch: number;
  state: 'written' | 'undone';
  sheet: string | null;
  category: string | null;
  read: number | null;
  imported: number | null;
  rejected: number | null;
  duplicate: number | null;
  skipped: number | null;
  mirrored: number | null;
  kind: string | null;
  unit: string | null;
  how: '' | 'requisition' | 'transfer' | 'self-check' | 'report' | null;
  obtained_on: string | null;
  document: string | null;
}

const FROM = `from evidence e join batch b on b.evidence = e.id left join sheet s on s.batch = b.id left join batch_origin o on o.batch = b.id`;

/** 来源文件: each file with its digests and, per sheet, rows that add up. */
export const filesPage: ReportPage = {
  id: 'files',
  columns: [
    { title: 'file', kind: 'text', width: 44 },
    { title: 'sheet', kind: 'text', width: 24 },
    { title: 'category', kind: 'text', width: 18 },
    { title: 'read', kind: 'count', width: 10 },
    { title: 'imported', kind: 'count', width: 10 },
    { title: 'rejected', kind: 'count', width: 10 },
    { title: 'duplicate', kind: 'count', width: 10 },
    { title: 'skipped', kind: 'count', width: 10 },
    { title: 'mirrored', kind: 'count', width: 10 },
    { title: 'bytes', kind: 'count', width: 14 },
    { title: 'takenAt', kind: 'text', width: 26 },
    { title: 'batch', kind: 'count', width: 8 },
    { title: 'batchState', kind: 'text', width: 10 },
    { title: 'originKind', kind: 'text', width: 18 },
    { title: 'originUnit', kind: 'text', width: 24 },
    { title: 'originHow', kind: 'text', width: 12 },
    { title: 'originOn', kind: 'text', width: 12 },
    { title: 'originDocument', kind: 'text', width: 24 },
    { title: 'sha256', kind: 'text', width: 66 },
    { title: 'sm3', kind: 'text', width: 66 },
    { title: 'archive', kind: 'text', width: 32 },
    { title: 'archiveSha256', kind: 'text', width: 66 },
  ],
  count: ({ store }) => store.db.prepare(`select count(*) ${FROM}`).pluck().get() as number,
  *rows({ store, word, mask }) {
    const lines = store.db
      .prepare(`select e.id as evidence, e.name as file, e.bytes as bytes, e.sha256 as sha256, e.sm3 as sm3, e.taken_at as taken_at,
        e.container_name as container, e.container_sha256 as container_sha256, b.id as batch, b.state as state,
        s.name as sheet, s.category as category, s.rows_read as read, s.rows_imported as imported, s.rows_rejected as rejected, s.rows_duplicate as duplicate,
        s.rows_skipped as skipped, s.rows_mirrored as mirrored,
        o.kind as kind, o.unit as unit, o.how as how, o.obtained_on as obtained_on, o.document as document ${FROM} order by e.id, b.id, s.idx`)
      .all() as Line[];
    for (const l of lines) {
      yield [
        mask.file(l.evidence, l.file),
        mask.level === 'public' ? '' : mask.free(l.sheet ?? ''),
        l.category,
        l.read,
        l.imported,
        l.rejected,
        l.duplicate,
        l.skipped,
        l.mirrored,
        l.bytes,
        l.taken_at,
        l.batch,
        word(l.state),
        mask.free(l.kind ?? ''),
        mask.level === 'public' ? '' : mask.free(l.unit ?? ''),
        l.how ? word(l.how) : '',
        l.obtained_on ?? '',
        mask.level === 'public' ? '' : mask.free(l.document ?? ''),
        l.sha256,
        l.sm3,
        mask.level === 'public' ? '' : mask.free(l.container ?? ''),
        l.container_sha256 ?? '',
      ] satisfies PageValue[];
    }
  },
};
