import type { Store } from './connect.ts';

/**
 * Runs `work` without asking the constraints of the tables for each row: a third of an insert (measured), and the types of the writer say the same
 * already. The doctor asks them of every row.
 */
export function withoutChecks({ db }: Store, work: () => void): void {
  db.pragma('ignore_check_constraints=on');
  try {
    work();
  } finally {
    db.pragma('ignore_check_constraints=off');
  }
}
