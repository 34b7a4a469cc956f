import { ok } from '../../../shared/protocol/problem.ts';
import { answer } from '../request.ts';
import { traceMethods } from './trace/methods/index.ts';

export default answer('trace.methods', () =>
  ok({ methods: traceMethods.map(({ id, words, explained }) => ({ id, words, explained })) }),
);
