import { ok } from '../../../shared/protocol/problem.ts';
import { answer } from '../request.ts';
import { suggestPassphrase } from './passphrase.ts';

export default answer('case.suggest-passphrase', () => ok({ passphrase: suggestPassphrase() }));
