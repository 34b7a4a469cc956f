import { answerInCase } from '../request.ts';
import { turnHandFinding } from './turn-finding.ts';

/** Takes a finding made by hand back; its number stays taken, and the journal says who did it. */
export default answerInCase('finding.remove', ({ id }, core) => turnHandFinding(core, id, true));
