import type { WordsLike } from '../words.ts';
import type { joins as chinese } from '../zh-CN/joins.ts';

export const joins = {
  reason: {
    first: 'Seen first',
    identifier: 'Same identity number or credit code',
    decision: "A person's decision",
    'former-name': 'Former name in the register',
    account: 'Same account, name agrees',
    transfer: 'One transfer in the statements of both sides, name agrees',
    'own-transfer': 'Money moved between accounts of one name',
    'org-key': 'Same name of organisation',
    phone: 'Same name and mobile number',
    employer: 'Same name and employer',
    conference: 'Conference name with number or day agrees',
    pseudo: 'No party (cash, payment institution)',
  },
  fact: {
    company: {
      legal_rep: 'Legal representative',
      founded_on: 'Founded on',
      closed_on: 'Closed on',
      status: 'Status',
      type: 'Type',
      registered_capital: 'Registered capital',
      insured_count: 'Insured staff',
      address: 'Registered address',
      phone: 'Phone',
      contact: 'Contact',
      role: 'Role',
      scope: 'Scope',
    },
    conference_person: { org: 'Employer', dept: 'Department', title: 'Title' },
    clue: {
      account: 'The same account also belongs to',
      phone: 'The same mobile number also belongs to',
      id_no: 'The same identity number also stands beside',
      uscc: 'The same credit code also stands beside',
      passport: 'The same passport number also stands beside',
      tax_no: 'The same tax number also stands beside',
      org_code: 'The same organisation code also stands beside',
      other_id: 'The same number also stands beside',
      email: 'The same e-mail address also belongs to',
      employer: 'Same name at the same employer',
    },
  },
} as const satisfies WordsLike<typeof chinese>;
