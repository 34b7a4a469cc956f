import { common } from './common.ts';
import { frame } from './frame.ts';
import { journal } from './journal.ts';
import { problems } from './problems.ts';

/** Every word a person reads, one object per area. Chinese is the type; other languages are checked against it. */
export const zh = { common, frame, journal, problems } as const;

export type Words = typeof zh;
