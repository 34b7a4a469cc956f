import type { WordsLike } from '../words.ts';
import type { Words } from '../zh-CN/index.ts';
import { common } from './common.ts';
import { frame } from './frame.ts';
import { journal } from './journal.ts';
import { problems } from './problems.ts';

export const en = { common, frame, journal, problems } as const satisfies WordsLike<Words>;
