import { ok } from '../../../shared/protocol/problem.ts';
import { answer } from '../request.ts';
import { writeSettings } from './settings-file.ts';

export default answer('settings.write', (ask, { shell }) => ok(writeSettings(shell.profile, ask)));
