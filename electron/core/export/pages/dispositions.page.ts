import type { PageValue, ReportPage } from '../page.ts';
import { statusWord } from './findings.page.ts';

/** 处置记录: who decided what about which finding, and why, and what a second person said about it. */
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
    { title: 'review', kind: 'text', width: 12 },
    { title: 'reviewer', kind: 'text', width: 16 },
    { title: 'reviewedAt', kind: 'text', width: 26 },
    { title: 'reviewReason', kind: 'text', width: 40, wrap: true },
  ],
  count: ({ store }) => store.db.prepare('select count(*) from disposition').pluck().get() as number,
  *rows(context) {
    const { store, mask } = context;
    const lines = store.db
      .prepare(
        `select f.number as number, d.*, r.verdict as verdict, r.actor as reviewer, r.at as reviewed_at, r.reason as review_reason
         from disposition d join finding f on f.id = d.finding left join review r on r.disposition = d.id order by f.number, d.id`,
      )
      .all() as Array<{
      number: string;
      at: string;
      actor: string;
      from_status: string;
      to_status: string;
      reason: string;
      counter: string;
      verdict: 'agreed' | 'disagreed' | null;
      reviewer: string | null;
      reviewed_at: string | null;
      review_reason: string | null;
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
        l.verdict === null ? '' : context.word(l.verdict === 'agreed' ? 'reviewAgreed' : 'reviewDisagreed'),
        mask.level === 'public' ? '' : (l.reviewer ?? ''),
        l.reviewed_at ?? '',
        mask.free(l.review_reason ?? ''),
      ] satisfies PageValue[];
    }
  },
};
