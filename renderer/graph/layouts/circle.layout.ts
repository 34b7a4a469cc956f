import type { Spot } from '../layered.ts';
import type { Layout } from './layout.ts';

/** 圆形: everybody on one circle, layer after layer, the best connected first. */
export default {
  name: 'circle',
  place({ blocks }) {
    const order = [...blocks].sort((a, b) => a.column - b.column || b.degree - a.degree || (a.id < b.id ? -1 : 1));
    const room = order.map((block) => Math.max(block.width, block.height));
    const round = room.reduce((sum, each) => sum + each, 0);
    const radius = Math.max(160, round / (2 * Math.PI));
    const spots = new Map<string, Spot>();
    let passed = 0;
    for (const [i, block] of order.entries()) {
      const angle = ((passed + room[i]! / 2) / Math.max(1, round)) * 2 * Math.PI - Math.PI / 2;
      spots.set(block.id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
      passed += room[i]!;
    }
    return spots;
  },
} satisfies Layout;
