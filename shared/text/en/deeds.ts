import type { WordsLike } from '../words.ts';
import type { deeds as zh } from '../zh-CN/deeds.ts';

export const deeds: WordsLike<typeof zh> = {
  groups: {
    explore: 'Expand',
    analyse: 'Analyse',
    open: 'Open',
    select: 'Select',
    sight: 'Show',
    arrange: 'Layout',
    enter: 'Enter',
    keep: 'Keep',
    history: 'History',
    look: 'View',
  },
};
