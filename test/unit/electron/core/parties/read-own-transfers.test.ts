import { expect, test } from 'vitest';
import { mentionsOf } from '../../../../../electron/core/parties/party-mentions.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { makeCase, type Payment } from '../../../../make/make-case.ts';

const second = '9999990000001006325';
const own = { from: '吴婷薇', to: '吴婷薇', yuan: '3000.00', on: '2024-03-08' };

/** A statement without a number, and another of the account `second`, both of somebody of that name. */
function caseOf(...lines: readonly Payment[]): Store {
  return makeCase()
    .payments([{ from: '启衡器械商贸有限公司', to: '吴婷薇', yuan: '500.00', on: '2024-02-01', of: 'payee' }, ...lines])
    .payments([{ from: '吴婷薇', fromAccount: second, to: '澄溪市医学会', yuan: '120.00', on: '2024-02-03' }])
    .store();
}

const people = (store: Store): number =>
  store.db.prepare<[], number>("select count(distinct party) from mention where key = '吴婷薇'").pluck().get()!;

test('a transfer that the bank calls one to the own account joins two statements under one name', () => {
  expect(people(caseOf({ ...own, toAccount: second, memo: '转给本人' }))).toBe(1);
});

test('several transfers between accounts of one name join them; one without such words does not', () => {
  const one = { ...own, toAccount: second, memo: '转账' };
  expect(people(caseOf(one))).toBe(2);
  expect(people(caseOf(one, { ...one, on: '2024-05-08' }))).toBe(1);
});

test('a line that names no account joins nobody, whatever it says', () => {
  expect(people(caseOf({ ...own, memo: '转给本人' }))).toBe(2);
});

test('the dossier shows the transfer between the accounts', () => {
  const store = caseOf({ ...own, toAccount: second, memo: '转给本人' });
  const party = store.db.prepare<[], number>("select min(party) from mention where key = '吴婷薇'").pluck().get()!;
  const joined = mentionsOf(store, party).mentions.filter(({ reason }) => reason === 'own-transfer');
  expect(joined.map(({ joinedTo }) => joinedTo)).toMatchObject([
    { value: '2024-03-08 3,000.00', source: { row: 3, field: 'amount' } },
  ]);
});
