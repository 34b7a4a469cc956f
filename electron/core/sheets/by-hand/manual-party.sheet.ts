import { partyKinds } from '../../../../shared/ontology/index.ts';
import type { PartyKind } from '../../../../shared/ontology/kind.ts';
import { conferenceMention } from '../conference-mention.ts';
import type { IdentifierValue } from '../field-values.ts';
import { type MentionDraft, type MentionKind, mentionOf } from '../mention.ts';
import { sameValues } from '../same-values.ts';
import { defineSheet } from '../sheet.ts';
import { thingMention } from '../thing-mention.ts';

const fields = {
  kind: { type: 'text', need: 'yes', zh: '类型', en: 'Kind', names: '' },
  name: { type: 'text', need: 'yes', zh: '名称', en: 'Name', names: '' },
  id_no: { type: 'id_any', need: 'no', zh: '证件号/信用代码', en: 'ID / credit code', names: '' },
  account: { type: 'account_no', need: 'no', zh: '账号', en: 'Account', names: '' },
  phone: { type: 'phone', need: 'no', zh: '电话', en: 'Phone', names: '' },
  number: { type: 'code', need: 'no', zh: '编号', en: 'Number', names: '' },
  org: { type: 'name_org', need: 'no', zh: '所在单位', en: 'Employer', names: '' },
  dept: { type: 'text', need: 'no', zh: '科室', en: 'Department', names: '' },
  aliases: { type: 'name_org_list', need: 'no', zh: '别名', en: 'Aliases', names: '' },
  note: { type: 'memo', need: 'no', zh: '备注', en: 'Note', names: '' },
} as const;

/** 手工录入的主体: never recognised in a file; its kind is one of the ontology's, its numbers are read and checked like any other. */
export default defineSheet({
  id: 'manual_party',
  title: { zh: '手工录入的主体', en: 'Party entered by hand' },
  note: { zh: '由调查人员录入，每项注明依据。', en: 'Typed by an investigator, with its ground.' },
  signature: '',
  fields,
  required: [['kind'], ['name']],
  context: [],
  parties: ['name', 'aliases'],
  kept: { name: 'party' },
  notSummed: [],
  essential: ['kind', 'name'],
  record(values, row) {
    const kind = partyKindNamed(values.kind);
    if (!kind) return row.reject(values.kind === undefined ? 'value.missing' : 'choice.unreadable', 'kind');
    const needs = kind.draws.kind === 'account' ? 'account' : 'name';
    if (values[needs] === undefined) return row.reject('value.missing', needs);
    const party = mentionFor(kind, values);
    if (!party) return row.reject('value.missing', needs);
    const isPerson = kind.draws.kind === 'person';
    const aliases = (values.aliases ?? []).flatMap(
      (name) => mentionOf({ field: 'aliases', name, as: isPerson ? 'person' : 'org' }) ?? [],
    );
    return {
      table: 'rec_manual_party',
      columns: { party, kind: kind.draws.kind, role: kind.draws.role ?? null, note: values.note ?? null },
      lists: aliases.map((alias) => ({ ...alias, kind: isPerson ? 'person' : party.kind })),
      day: null,
      same: sameValues('manual_party', values),
    };
  },
  examples: [],
});

/** A kind by its id or its Chinese or English word; 现金 and payment institutions are nobody. */
function partyKindNamed(word: string | undefined): PartyKind | undefined {
  return (partyKinds as readonly PartyKind[]).find(
    ({ id, words, draws }) =>
      (id === word || words.zh === word || words.en === word) &&
      draws.kind !== 'cash' &&
      draws.kind !== 'payment-institution',
  );
}

interface PartyValues {
  readonly name?: string | undefined;
  readonly id_no?: IdentifierValue | undefined;
  readonly account?: IdentifierValue | undefined;
  readonly phone?: IdentifierValue | undefined;
  readonly number?: string | undefined;
  readonly org?: string | undefined;
  readonly dept?: string | undefined;
}

/** The mention of a party of a stated kind: what kind it is was said, so it is not read off the name. */
function mentionFor({ draws: { kind } }: PartyKind, values: PartyValues): MentionDraft | undefined {
  const { name, number } = values;
  switch (kind) {
    case 'conference': {
      const meeting = conferenceMention({ no: number, name, day: null, field: 'name' });
      return meeting && { ...meeting, identifiers: meeting.identifiers.map((each) => ({ ...each, field: 'number' })) };
    }
    case 'product':
    case 'tender':
    case 'contract':
    case 'invoice':
    case 'clue':
      return thingMention({ kind, no: { field: 'number', value: number }, name: { field: 'name', value: name } });
    case 'account':
      return mentionOf({ field: 'account', name: undefined, as: 'any', account: ['account', values.account] });
    default: {
      const as = kind === 'person' ? 'person' : 'org';
      const { org, dept } = values;
      const found = mentionOf({
        field: 'name',
        name,
        as,
        id: ['id_no', values.id_no],
        account: ['account', values.account],
        phone: ['phone', values.phone],
        ...(as === 'person' && { org, dept }),
      });
      return found && { ...found, kind: kind satisfies MentionKind | 'cash' | 'payment-institution' as MentionKind };
    }
  }
}
