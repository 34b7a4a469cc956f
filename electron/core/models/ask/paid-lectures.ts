import type { EvidenceReader } from '../model.ts';
import { readRealities } from './reality.ts';

/** One line of a roster with a fee. */
export interface PaidLecture {
  readonly row: number;
  readonly person: number;
  /** 1: nothing but a name stands beside the person */
  readonly alone: number;
  readonly org: number | null;
  readonly conference: number | null;
  readonly conferenceName: string;
  readonly role: string;
  readonly topic: string | null;
  readonly title: string | null;
  readonly dept: string | null;
  readonly hours: string | null;
  /** the fee as the roster states it, in fen, and the field whose cell says so: after tax where it says both */
  readonly fen: number;
  readonly field: 'fee' | 'fee_gross';
  /** '' where neither roster nor list gives a day */
  readonly day: string;
  /** result of the reality check, null where the conference is in no list */
  readonly result: string | null;
}

/** 有讲课费的名单行: each lecture once, whether or not the same roster came twice. Sorted by row. */
export const readPaidLectures = (evidence: EvidenceReader): readonly PaidLecture[] =>
  evidence.once('paid lectures', () => {
    const results = new Map(readRealities(evidence).map(({ conference, result }) => [conference, result]));
    const seen = new Set<string>();
    return evidence
      .all<Omit<PaidLecture, 'result'>>(
        `select a.row as row, a.person as person, a.alone as alone, a.org as org, a.conference as conference, coalesce(k.name, '') as conferenceName,
                a.role as role, a.topic as topic, a.title as title, a.dept as dept, a.hours as hours, coalesce(a.fee_fen, a.fee_gross_fen) as fen,
                iif(a.fee_fen is null, 'fee_gross', 'fee') as field,
                coalesce(a.day, (select min(m.start_day) from meeting m where m.conference = a.conference), '') as day
         from attendance a join who w on w.party = a.person left join who k on k.party = a.conference
         where w.kind = 'person' and coalesce(a.fee_fen, a.fee_gross_fen) > 0 order by a.row`,
      )
      .filter(({ person, conference, topic, fen, day, row }) => {
        const key = conference === null ? `${row}` : `${person} ${conference} ${topic ?? ''} ${fen} ${day}`;
        if (seen.has(key)) return false;
        seen.add(key);
        return true;
      })
      .map((lecture) => ({
        ...lecture,
        result: lecture.conference === null ? null : (results.get(lecture.conference) ?? null),
      }));
  });
