import type { Lecture } from './meetings.ts';

/**
 * 讲课费标准, fen per 学时 after tax: 中央和国家机关培训费管理办法 (财行〔2016〕540号) for training paid from public funds. It is an orientation only:
 * what a company or a society pays may lawfully be more, therefore it is always multiplied by the tolerance of the case.
 */
const perHour = { academician: 150_000, senior: 100_000, associate: 50_000 } as const;

/** A lecture shorter than two 学时 is counted as two: preparing it is not. */
const LEAST_HOURS = 2;
/** Half a day is at most four 学时, a day eight. */
const MOST_HOURS = 8;

/** The highest fee for one lecture that needs no further explanation, in fen. */
export function feeLimit(lecture: Pick<Lecture, 'title' | 'hours'>, tolerance: number): number {
  const hours = Math.min(MOST_HOURS, Math.max(LEAST_HOURS, Number(lecture.hours ?? LEAST_HOURS) || LEAST_HOURS));
  return Math.round(rateOf(lecture.title) * hours * tolerance);
}

/** A title that is not written is taken as senior: unknown never counts against anybody. */
function rateOf(title: string | null): number {
  if (title === null) return perHour.senior;
  if (/院士|国医大师/.test(title)) return perHour.academician;
  if (/副/.test(title)) return perHour.associate;
  return /主任|教授|研究员|正高|院长/.test(title) ? perHour.senior : perHour.associate;
}
