import { looksLikePerson, personKey } from '../../../../shared/evidence/name.ts';
import { remembered } from './remembered.ts';

/** The form in which names of people are compared. */
export const keyOfPerson = remembered(personKey);

/** Whether a name can be a person's. Short names of firms are read as people where nothing tells otherwise: they cannot. */
export const isPersonName = remembered(looksLikePerson);
