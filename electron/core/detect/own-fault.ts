import { faultParams, type OwnFault } from '../../../shared/ontology/own-model.ts';
import { failed } from '../../../shared/protocol/problem.ts';

/** What keeps a definition from being run, as a Problem with the same words as in the form. */
export const faultOf = (fault: OwnFault) => failed(`own-model.${fault.code}`, { params: faultParams(fault) });
