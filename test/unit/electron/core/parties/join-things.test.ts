import { expect, test } from 'vitest';
import { resolveParties } from '../../../../../electron/core/parties/resolve-parties.ts';
import { thingMention } from '../../../../../electron/core/sheets/thing-mention.ts';
import { ImportWriter } from '../../../../../electron/core/store/write-import.ts';
import { caseInMemory } from '../../../../case-in-memory.ts';

type Named = Parameters<typeof thingMention>[0];

/** Names of the parties that these mentions become, each with the kind and how many mentions it has. */
function partiesOf(...named: Named[]): string[] {
  const store = caseInMemory();
  store.transaction(() => {
    const writer = new ImportWriter(store);
    for (const each of named) {
      const mention = thingMention(each);
      if (mention) writer.mention(1, mention, new Map());
    }
  });
  resolveParties(store, '2026-01-01T00:00:00.000Z');
  return store.db
    .prepare<[], string>(
      "select p.kind || ' ' || p.name || ' ' || count(*) from party p join mention m on m.party = p.id group by p.id order by 1",
    )
    .pluck()
    .all();
}

const product = (name: string | undefined, no?: string, ...apart: string[]): Named => ({
  kind: 'product',
  name: { field: 'name', value: name },
  no: { field: 'code', value: no },
  apart,
});

test('a product is itself by its code, however its name is written; a row with the name only stands with it', () => {
  expect(
    partiesOf(
      product('注射用某某钠', 'XJ01DA', '0.5g'),
      product('某某钠（注射用）', 'xj01da', '0.5g'),
      product('注射用某某钠', undefined, '0.5 g'),
    ),
  ).toEqual(['product 某某钠(注射用) 3']);
});

test('two codes under one name are two products, and a row with the name only belongs to neither', () => {
  expect(partiesOf(product('某某胶囊', 'A100001'), product('某某胶囊', 'B100002'), product('某某胶囊'))).toEqual([
    'product 某某胶囊 1',
    'product 某某胶囊 1',
    'product 某某胶囊 1',
  ]);
});

test('a contract and a tender of one number are two things; a line number names nothing', () => {
  const tender: Named = { kind: 'tender', no: { field: 'tender_no', value: 'CX-2024-001' } };
  const contract: Named = { kind: 'contract', no: { field: 'contract_no', value: 'CX-2024-001' } };
  const line: Named = { kind: 'contract', no: { field: 'contract_no', value: '12' } };
  expect(partiesOf(tender, contract, line)).toEqual(['contract CX-2024-001 1', 'tender CX-2024-001 1']);
});
