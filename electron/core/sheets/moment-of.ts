import type { Moment, MomentOrTime } from '../../../shared/evidence/date.ts';

export interface When {
  readonly day: string;
  /** null where the sheet gives none; banks write 00:00:00 for "not known" */
  readonly time: string | null;
  readonly precision: 'month' | 'day' | 'second';
}

/** Date and time of a row from its two columns, either of which may hold both. undefined: no date in either. */
export function momentOf(date: Moment | undefined, time: MomentOrTime | undefined): When | undefined {
  const inTime = time && 'day' in time ? time : undefined;
  const dated = date ?? inTime;
  if (!dated) return undefined;
  const clock = knownTime(time?.time) ?? knownTime(date?.time);
  if (dated.precision === 'month') return { day: dated.day, time: null, precision: 'month' };
  return { day: dated.day, time: clock, precision: clock === null ? 'day' : 'second' };
}

const knownTime = (time: string | undefined): string | null =>
  time === undefined || time === '00:00:00' ? null : time;

/** A moment of a session or a signature as text: 2024-05-06 09:15:00, 2024-05-06 or 09:15:00. */
export function clockText(moment: MomentOrTime | undefined): string | null {
  if (!moment) return null;
  if (!('day' in moment)) return moment.time;
  return moment.time === undefined ? moment.day : `${moment.day} ${moment.time}`;
}
