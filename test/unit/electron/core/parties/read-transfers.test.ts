import { expect, test } from 'vitest';
import { mentionsOf } from '../../../../../electron/core/parties/party-mentions.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { makeCase, type Payment } from '../../../../make/make-case.ts';

const company = { from: '启衡器械商贸有限公司', fromAccount: '99000041400000002' };
const account = '9999990000001005954';
const fee = { to: '吴婷薇', yuan: '5500.00', on: '2024-03-08', memo: '咨询费' };

/** The company's statement names the account, the payee's own statement only the name. */
function peopleOf(companys: readonly Payment[], own: readonly Payment[]): string[][] {
  const store = makeCase()
    .payments(companys)
    .payments(
      own.map((each) => ({ ...each, of: 'payee' as const })),
      { file: '吴婷薇.csv' },
    )
    .store();
  return peopleIn(store);
}

const peopleIn = (store: Store): string[][] =>
  [
    ...Map.groupBy(
      store.db
        .prepare<[], { party: number; account: string | null; reason: string }>(
          "select party, account, join_reason as reason from mention where key = '吴婷薇' order by id",
        )
        .all(),
      ({ party }) => party,
    ).values(),
  ].map((list) => list.map((mention) => `${mention.account ?? '—'} ${mention.reason}`));

test('a statement without its own number is the statement of the account that the other side names for the same transfer', () => {
  expect(peopleOf([{ ...company, ...fee, toAccount: account }], [{ ...company, ...fee }])).toEqual([
    [`${account} first`, '— transfer'],
  ]);
});

test('the dossier shows the transfer that joined, with its cell', () => {
  const store = makeCase()
    .payments([{ ...company, ...fee, toAccount: account }], { file: '启衡.csv' })
    .payments([{ ...company, ...fee, of: 'payee' }], { file: '吴婷薇.csv' })
    .store();
  const party = store.db.prepare<[], number>("select party from mention where key = '吴婷薇'").pluck().get()!;
  const joined = mentionsOf(store, party).mentions.map(({ joinedTo }) => joinedTo);
  expect(joined).toMatchObject([
    null,
    { value: '2024-03-08 5,500.00', source: { file: '启衡.csv', row: 2, field: 'amount' } },
  ]);
});

test('a transfer of another amount proves nothing', () => {
  expect(peopleOf([{ ...company, ...fee, toAccount: account }], [{ ...company, ...fee, yuan: '5500.01' }])).toEqual([
    [`${account} first`],
    ['— first'],
  ]);
});

test('where the payer knows two accounts of that name, it may be either, and the statement stands alone', () => {
  const other = '9999990000001006325';
  expect(
    peopleOf(
      [
        { ...company, ...fee, toAccount: account },
        { ...company, ...fee, toAccount: other, on: '2024-06-08' },
      ],
      [{ ...company, ...fee }],
    ),
  ).toEqual([[`${account} first`], [`${other} first`], ['— first']]);
});

test('transfers that name two accounts for one statement prove nothing', () => {
  const other = '9999990000001006325';
  const second = { from: '康岫医疗用品有限公司', fromAccount: '99000041400000003' };
  const later = { ...fee, on: '2024-06-08' };
  const store = makeCase()
    .payments([{ ...company, ...fee, toAccount: account }])
    .payments([{ ...second, ...later, toAccount: other }])
    .payments([
      { ...company, ...fee, of: 'payee' },
      { ...second, ...later, of: 'payee' },
    ])
    .store();
  expect(peopleIn(store)).toHaveLength(3);
});
