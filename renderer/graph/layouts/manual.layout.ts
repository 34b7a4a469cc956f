import type { Layout } from './layout.ts';

/** 手动: everybody stays where a person put them. */
export default {
  name: 'manual',
  place: ({ blocks }) => new Map(blocks.map((block) => [block.id, block.at])),
} satisfies Layout;
