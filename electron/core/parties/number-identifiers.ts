import type { Store } from '../store/connect.ts';
import { purposeOf } from './mention-evidence.ts';
import type { Wanted } from './read-mentions.ts';

/** (value, mention) pairs as two columns: a million small arrays would cost more than all comparing. */
export class Pairs {
  readonly values: number[] = [];
  readonly mentions: number[] = [];

  add(value: number, mention: number): void {
    this.values.push(value);
    this.mentions.push(mention);
  }
}

/** Identifiers as numbers, equal where the values are equal; by position of the mention, 0 = none. */
export interface NumberedIdentifiers {
  readonly idNos: Int32Array;
  readonly usccs: Int32Array;
  readonly thingNumbers: Int32Array;
  /** 1 where anything stands beside the name that may be compared */
  readonly any: Uint8Array;
  /** ascending by mention within one value */
  readonly accounts: Pairs;
  readonly phones: Pairs;
  readonly documents: Pairs;
  /** the account numbers themselves, by their number */
  readonly accountTexts: ReadonlyMap<number, string>;
}

/**
 * Numbers the keyable identifiers. They are read in the order of their values, straight from the index, so that equal ones follow
 * each other and no table of a million texts is needed.
 */
export function numberIdentifiers(store: Store, { positions, count, only }: Wanted): NumberedIdentifiers {
  const numbered = {
    idNos: new Int32Array(count),
    usccs: new Int32Array(count),
    thingNumbers: new Int32Array(count),
    any: new Uint8Array(count),
    accounts: new Pairs(),
    phones: new Pairs(),
    documents: new Pairs(),
    accountTexts: new Map<number, string>(),
  };
  const rows = store.db
    .prepare<string[], [mention: number, type: string, value: string]>(
      `select mention, type, value from mention_identifier
       where ${only === undefined ? '' : 'mention in (select value from json_each(?)) and'} keyable = 1 order by value, keyable, mention`,
    )
    .raw();
  let number = 0;
  let last: string | undefined;
  for (const [id, type, value] of rows.iterate(...(only === undefined ? [] : [only]))) {
    const purpose = purposeOf(type, value);
    if (purpose === undefined) continue;
    if (value !== last) number++;
    last = value;
    const mention = positions[id]!;
    numbered.any[mention] = 1;
    if (purpose === 'id_no') numbered.idNos[mention] ||= number;
    else if (purpose === 'uscc') numbered.usccs[mention] ||= number;
    else if (purpose === 'thing') numbered.thingNumbers[mention] = number;
    else if (purpose === 'phone') numbered.phones.add(number, mention);
    else if (purpose === 'document') numbered.documents.add(number, mention);
    else {
      numbered.accounts.add(number, mention);
      numbered.accountTexts.set(number, value);
    }
  }
  return numbered;
}
