import { ok } from '../../../shared/protocol/problem.ts';
import { answer } from '../request.ts';
import { caseInfo } from './case-info.ts';

export default answer('case.info', (_ask, { openCase }) => ok({ case: openCase && caseInfo(openCase) }));
