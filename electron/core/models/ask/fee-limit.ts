import type { Lecture } from './meetings.ts';

/**
 * 讲课费标准, fen per 学时 after tax: 中央和国家机关培训费管理办法 (财行〔2016〕540号) for training paid from public funds. It is an orientation only:
 * what a company or a society pays may lawfully be more, therefore it is always multiplied by the tolerance of the case.
 */
export const feePerHour: FeePerHour = { academician: 150_000, senior: 100_000, associate: 50_000 };

/** 院士、正高、副高及以下, as the standard tells them apart. */
export type FeeRank = 'academician' | 'senior' | 'associate';
export type FeePerHour = Readonly<Record<FeeRank, number>>;

/** A lecture shorter than two 学时 is counted as two: preparing it is not. */
const LEAST_HOURS = 2;
/** Half a day is at most four 学时, a day eight. */
const MOST_HOURS = 8;

/** The hours a lecture is counted as. */
export const hoursOf = ({ hours }: Pick<Lecture, 'hours'>): number =>
  Math.min(MOST_HOURS, Math.max(LEAST_HOURS, Number(hours ?? LEAST_HOURS) || LEAST_HOURS));

/** The highest fee for one lecture that needs no further explanation, in fen. */
export const feeLimit = (
  lecture: Pick<Lecture, 'title' | 'hours'>,
  tolerance: number,
  perHour: FeePerHour = feePerHour,
): number => Math.round(perHour[rankOf(lecture.title)] * hoursOf(lecture) * tolerance);

/** A title that is not written is taken as senior: unknown never counts against anybody. */
export function rankOf(title: string | null): FeeRank {
  if (title === null) return 'senior';
  if (/院士|国医大师/.test(title)) return 'academician';
  if (/副/.test(title)) return 'associate';
  return /主任|教授|研究员|正高|院长/.test(title) ? 'senior' : 'associate';
}
