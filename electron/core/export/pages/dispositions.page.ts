import type { PageValue, ReportPage } from '../page.ts';
import { statusWord } from './findings.page.ts';

/** 处置记录: who decided what about which finding, and why. */
export const dispositionsPage: ReportPage = {
  id: 'dispositions',
  columns: [
    { title: 'findingNo', kind: 'text', width: 18 },
    { title: 'at', kind: 'text', width: 26 },
    { title: 'actor', kind: 'text', width: 16 },
    { title: 'before', kind: 'text', width: 10 },
    { title: 'after', kind: 'text', width: 10 },
    { title: 'reason', kind: 'text', width: 60, wrap: true },
    { title: 'counter', kind: 'text', width: 60, wrap: true },
  ],
  count: ({ store }) => store.db.prepare('select count(*) from disposition').pluck().get() as number,
  *rows(context) {
    const { store, mask } = context;
    const lines = store.db
      .prepare(
        'select f.number as number, d.* from disposition d join finding f on f.id = d.finding order by f.number, d.id',
      )
      .all() as Array<{
      number: string;
      at: string;
      actor: string;
      from_status: string;
      to_status: string;
      reason: string;
      counter: string;
    }>;
    for (const l of lines) {
      yield [
        l.number,
        l.at,
        mask.level === 'public' ? '' : l.actor,
        statusWord(l.from_status, context),
        statusWord(l.to_status, context),
        mask.free(l.reason),
        mask.free(l.counter),
      ] satisfies PageValue[];
    }
  },
};
