import { orgKey } from '../../../shared/evidence/name.ts';
import type { MentionDraft } from './mention.ts';
import { thingMention } from './thing-mention.ts';

/** 合同 as one row names it. */
interface Contract {
  readonly no: string | undefined;
  readonly name: string | undefined;
  readonly partyA: string;
  readonly partyB: string;
  readonly day: string;
}

/**
 * The contract of a row. What settles it: 合同编号 together with its two parties, because every firm counts from 001; without a number
 * its name, parties and day of signing. One with neither number nor name is called after its parties.
 */
export function contractMention({ no, name, partyA, partyB, day }: Contract): MentionDraft | undefined {
  const parties = [orgKey(partyA), orgKey(partyB)].sort();
  const isNumber = no !== undefined && !/^\d{1,3}$/.test(no);
  const called = name ?? (isNumber ? undefined : `${partyA}—${partyB}`);
  return thingMention({
    kind: 'contract',
    no: { field: 'contract_no', value: isNumber ? `${no} ${parties.join('+')}` : undefined },
    name: { field: name === undefined ? (isNumber ? 'contract_no' : 'party_b') : 'name', value: called ?? no },
    apart: isNumber ? parties : [...parties, day],
  });
}
