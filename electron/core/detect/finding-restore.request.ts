import { answerInCase } from '../request.ts';
import { turnHandFinding } from './turn-finding.ts';

/** Brings a finding made by hand back that was taken back. */
export default answerInCase('finding.restore', ({ id }, core) => turnHandFinding(core, id, false));
