import { expect, test } from 'vitest';
import type { Chart } from '../../../../../renderer/graph/chart.ts';
import { checkRoom, mostNew } from '../../../../../renderer/screens/graph/chart-room.ts';
import { MOST_NEW, MOST_ON_CHART } from '../../../../../shared/protocol/chart-limits.ts';

const chartOf = (count: number) => ({ parties: Array.from({ length: count }, (_, i) => i + 1) }) as unknown as Chart;

test('a full chart takes nobody more, says how many it would have held, and forgets nobody', () => {
  const full = chartOf(MOST_ON_CHART);
  expect(mostNew(full)).toBe(0);
  expect(() => checkRoom(full, [1, 2, MOST_ON_CHART])).not.toThrow();
  expect(() => checkRoom(full, [1, MOST_ON_CHART + 1, MOST_ON_CHART + 2])).toThrow(
    expect.objectContaining({
      problem: { code: 'chart.full', params: { count: MOST_ON_CHART + 2, most: MOST_ON_CHART } },
    }),
  );
});

test('an expansion brings as many as there is room for, and never more than may come at once', () => {
  expect(mostNew(chartOf(10))).toBe(MOST_NEW);
  expect(mostNew(chartOf(MOST_ON_CHART - 7))).toBe(7);
});
