/** Fields that sheets about people, institutions and leads tell of a party in its dossier. `names`: the column that names the party. */
export const peopleFacts: ReadonlyArray<{
  readonly category: string;
  /** first word of the labels: a lead is no hint that two parties are one */
  readonly area?: string;
  readonly table: string;
  readonly names: string;
  readonly fields: readonly string[];
}> = [
  {
    category: 'staff',
    table: 'rec_staff',
    names: 'person',
    fields: [
      'employer',
      'staff_no',
      'dept',
      'position',
      'title',
      'hire_date',
      'leave_date',
      'is_key_post',
      'society_role',
      'annual_income',
      'gender',
      'birth_date',
      'home_address',
    ],
  },
  {
    category: 'kinship',
    table: 'rec_kinship',
    names: 'relative',
    fields: ['person_name', 'relation', 'relative_employer', 'relative_position', 'relative_company'],
  },
  {
    category: 'company_person',
    table: 'rec_company_person',
    names: 'holder',
    fields: ['company_name', 'position', 'share_pct', 'from_date', 'to_date', 'is_beneficial'],
  },
  {
    category: 'rep',
    table: 'rec_rep',
    names: 'person',
    fields: ['filing_no', 'company', 'agency', 'products', 'region', 'valid_from', 'valid_to', 'status', 'insured'],
  },
  {
    category: 'institution',
    table: 'rec_institution',
    names: 'institution',
    fields: ['aliases', 'code', 'kind', 'level', 'beds', 'city', 'supervisor', 'address'],
  },
  {
    category: 'bank_account',
    table: 'rec_bank_account',
    names: 'account',
    fields: ['holder_name', 'bank', 'branch', 'opened_on', 'closed_on', 'status', 'account_type', 'last_txn_at'],
  },
  {
    category: 'clue',
    area: 'lead',
    table: 'rec_clue',
    names: 'clue',
    fields: [
      'source',
      'received_on',
      'subject_name',
      'subject_org',
      'subject_position',
      'content',
      'category',
      'amount',
      'is_named',
      'handler',
      'status',
      'closed_on',
      'duplicate_of',
    ],
  },
];
