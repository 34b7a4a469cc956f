import { type FillParams, fill } from '../../../../shared/plain/fill.ts';
import type { ProblemCode } from '../../../../shared/protocol/problem.ts';
import { problems as en } from '../../../../shared/text/en/problems.ts';
import { problems as zh } from '../../../../shared/text/zh-CN/problems.ts';
import { valueReader } from '../../store/place.ts';
import { cite } from '../cite.ts';
import type { Masker } from '../masker.ts';
import type { PageValue, ReportPage } from '../page.ts';

/** 问题行: every cell that could not be read or is not trusted, in words. */
export const problemsPage: ReportPage = {
  id: 'problems',
  columns: [
    { title: 'source', kind: 'text', width: 48 },
    { title: 'column', kind: 'text', width: 18 },
    { title: 'seen', kind: 'text', width: 30 },
    { title: 'reason', kind: 'text', width: 80, wrap: true },
    { title: 'status', kind: 'text', width: 12 },
  ],
  count: ({ store }) => store.db.prepare('select count(*) from row_problem').pluck().get() as number,
  *rows(context) {
    const { store, lang, mask, word } = context;
    const place = valueReader(store);
    const lines = store.db
      .prepare(`select q.row as row, q.field as field, q.code as code, q.seen as seen, q.params as params, q.rejects as rejects, r.state as state
        from row_problem q join row r on r.id = q.row order by q.row, q.id`)
      .all() as Array<{
      row: number;
      field: string | null;
      code: ProblemCode;
      seen: string | null;
      params: string | null;
      rejects: number;
      state: string;
    }>;
    for (const l of lines) {
      const seen = mask.free(l.seen ?? '');
      const params: FillParams = l.params === null ? {} : maskedTexts(JSON.parse(l.params), mask);
      yield [
        cite(context, place(l.row, l.field).source),
        l.field ?? '',
        seen,
        fill((lang === 'en' ? en : zh)[l.code] ?? l.code, { ...params, seen }),
        l.rejects ? word('rejected') : l.state === 'imported' ? word('imported') : l.state,
      ] satisfies PageValue[];
    }
  },
};

/** What a Problem quotes beside the cell is evidence as well. */
const maskedTexts = (params: FillParams, { level, free }: Masker): FillParams =>
  level === 'internal'
    ? params
    : Object.fromEntries(
        Object.entries(params).map(([key, value]) => [key, typeof value === 'string' ? free(value) : value]),
      );
