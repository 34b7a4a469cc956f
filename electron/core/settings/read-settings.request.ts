import { ok } from '../../../shared/protocol/problem.ts';
import { answer } from '../request.ts';
import { readSettings } from './settings-file.ts';

export default answer('settings.read', (_ask, { shell }) => ok(readSettings(shell.profile)));
