import type { Store } from '../store/connect.ts';
import { type Mentions, positionOf } from './read-mentions.ts';

/** Words with which payer or bank say that the money stays in one hand. */
const ownWords = /本人|自己|自转|互转|转存|同名|归集/;

/** Without such words: so many transfers between two accounts under one name are no coincidence any more. */
const ENOUGH = 2;

/**
 * 同名划转: people move money between their own accounts. A statement and the full account number it names under the holder's own name are one
 * person's, where the words say so or where money went between them more than once. Positions of holder and named mention.
 */
export function readOwnTransfers(store: Store, mentions: Mentions): Array<readonly [holder: number, named: number]> {
  const holders = store.db
    .prepare<[], number>('select distinct holder from rec_bank_flow order by 1')
    .pluck()
    .all()
    .flatMap((id) => positionOf(mentions, id) ?? [])
    .filter((holder) => isPerson(mentions, holder));
  if (holders.length === 0) return [];
  const wanted = new Set(holders.map((holder) => mentions.keys[holder]!));
  const accounts = Map.groupBy(
    new Set(
      mentions.accounts.mentions.filter((named) => wanted.has(mentions.keys[named]!) && isPerson(mentions, named)),
    ),
    (named) => mentions.keys[named]!,
  );
  const between = store.db
    .prepare<[number, number, number, number], string>(
      `select coalesce(summary, '') || ' ' || coalesce(remark, '') from rec_bank_flow
       where payer = ? and payee = ? and outcome = 'ok' and mirror_of is null
       union all select coalesce(summary, '') || ' ' || coalesce(remark, '') from rec_bank_flow
       where payer = ? and payee = ? and outcome = 'ok' and mirror_of is null`,
    )
    .pluck();
  return holders.flatMap((holder) =>
    (accounts.get(mentions.keys[holder]!) ?? [])
      .filter((named) => named !== holder)
      .filter((named) => {
        const [a, b] = [mentions.ids[holder]!, mentions.ids[named]!];
        const words = between.all(a, b, b, a);
        return words.length >= ENOUGH || words.some((text) => ownWords.test(text));
      })
      .map((named) => [holder, named] as const),
  );
}

const isPerson = ({ sorts, keys, masked }: Mentions, mention: number): boolean =>
  sorts[mention] === 'person' && keys[mention] !== 0 && masked[mention] === 0;
