import {
  type Choice,
  companyRoles,
  companyStatuses,
  conferenceRoles,
  conferenceStatuses,
  conferenceTypes,
} from '../../../../shared/evidence/choices.ts';
import {
  clueSources,
  clueStatuses,
  employerKinds,
  focusAreas,
  genders,
  holderTypes,
  kinRelations,
  repStatuses,
} from '../../../../shared/evidence/people-choices.ts';
import { handKinds, partyKinds } from '../../../../shared/ontology/index.ts';
import type { PartyKind } from '../../../../shared/ontology/kind.ts';
import type { Bilingual } from '../../../../shared/protocol/parts.ts';
import type { FieldType } from '../../sheets/sheet.ts';

interface Offered {
  readonly id: string;
  readonly words: Bilingual;
}

const lists: Readonly<Partial<Record<FieldType, readonly Choice[]>>> = {
  enum_conf: conferenceTypes,
  enum_status: conferenceStatuses,
  enum_role: conferenceRoles,
  enum_company_status: companyStatuses,
  enum_company_role: companyRoles,
  enum_gender: genders,
  enum_person_type: holderTypes,
  enum_employer: employerKinds,
  enum_kin: kinRelations,
  enum_rep_status: repStatuses,
  enum_clue: clueSources,
  enum_area: focusAreas,
  enum_clue_status: clueStatuses,
};

/** What is offered is what the reader of the field understands; the word itself is what is entered. */
const offered: Readonly<Partial<Record<FieldType, readonly Offered[]>>> = {
  enum_dc: [
    { id: '收入', words: { zh: '收入', en: 'In' } },
    { id: '支出', words: { zh: '支出', en: 'Out' } },
  ],
  bool: [
    { id: '是', words: { zh: '是', en: 'Yes' } },
    { id: '否', words: { zh: '否', en: 'No' } },
  ],
};

const ownFields: Readonly<Record<string, readonly Offered[]>> = {
  'manual_party kind': (partyKinds as readonly PartyKind[])
    .filter(({ draws }) => draws.kind !== 'cash' && draws.kind !== 'payment-institution')
    .map(({ id, words }) => ({ id, words })),
  'manual_link kind': handKinds.map(({ byHand, words }) => ({
    id: byHand ?? '',
    words: { zh: words.zh.replace('（手工）', ''), en: words.en.replace(' (by hand)', '') },
  })),
  'manual_link certainty': [
    { id: 'confirmed', words: { zh: '已证实', en: 'Confirmed' } },
    { id: 'inferred', words: { zh: '推断', en: 'Inferred' } },
  ],
};

/** The choices of a field in a form, or undefined where it takes any text. */
export function choicesOf(category: string, field: string, type: FieldType): Offered[] | undefined {
  const own = ownFields[`${category} ${field}`] ?? offered[type];
  if (own) return [...own];
  return lists[type]?.map(({ zh, en }) => ({ id: zh, words: { zh, en } }));
}
