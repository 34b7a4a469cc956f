import { looksLikePerson, personKey } from '../../../../shared/evidence/name.ts';

const MOST = 200_000;

/** Names repeat thousands of times: each spelling is looked at once. */
function remembered<T>(look: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const seen = look(name);
    known.set(name, seen);
    return seen;
  };
}

/** The form in which names of people are compared. */
export const keyOfPerson = remembered(personKey);

/** Whether a name can be a person's. Short names of firms are read as people where nothing tells otherwise: they cannot. */
export const isPersonName = remembered(looksLikePerson);
