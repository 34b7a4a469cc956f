import { isOnline, type Meeting } from './meetings.ts';
import { isOneSeries, isSameUnderTwoNames } from './name-likeness.ts';

const hall = /厅|会议室|报告室|示教室|多功能|[0-9一二三四五六七八九十]+(?:号)?(?:馆|室|会议)|room|hall/i;

/**
 * 同一会场同一时段: pairs of meetings in the very same hall on overlapping days. A hotel alone is no hall; the same conference in two
 * lists, or two parts of one series, is no pair.
 */
export function doubleBookings(all: readonly Meeting[]): Array<readonly [Meeting, Meeting]> {
  const pairs: Array<readonly [Meeting, Meeting]> = [];
  const inHall = all.filter(
    (meeting) => meeting.venueKey.length >= 6 && hall.test(meeting.venue ?? '') && !isOnline(meeting),
  );
  for (const [, group] of Map.groupBy(inHall, ({ venueKey, city }) => `${venueKey} ${city ?? ''}`))
    for (const [i, one] of group.entries())
      for (const other of group.slice(i + 1)) {
        const overlap = one.start <= other.end && other.start <= one.end;
        if (!overlap || one.conference === other.conference || isOneSeries(one.name, other.name)) continue;
        if (!isSameUnderTwoNames(one, other)) pairs.push([one, other]);
      }
  return pairs;
}
