/** Rows of the examples, field → text, as they would stand in a spreadsheet. All names are invented, all numbers of the reserved ranges. */
export type ExampleRow = Readonly<Record<string, string>>;

/** One line in the payer's own statement. */
export const paid = (
  from: string,
  to: string,
  yuan: string,
  on: string,
  memo = '往来款',
  more: ExampleRow = {},
): ExampleRow => ({
  holder_name: from,
  holder_account: accountOf(from),
  txn_date: on,
  dc_flag: '出',
  amount: yuan,
  counterparty_name: to,
  counterparty_account: accountOf(to),
  summary: memo,
  ...more,
});

/** Cash paid into the holder's account. */
export const cashIn = (holder: string, yuan: string, on: string): ExampleRow => ({
  holder_name: holder,
  holder_account: accountOf(holder),
  txn_date: on,
  dc_flag: '进',
  amount: yuan,
  counterparty_name: '',
  counterparty_account: '',
  summary: '现存',
});

/** Cash taken out of the holder's account. */
export const cashOut = (holder: string, yuan: string, on: string): ExampleRow => ({
  ...cashIn(holder, yuan, on),
  dc_flag: '出',
  summary: '现取',
});

/** The same name has the same account in every example: 999999 is no bank. */
export function accountOf(name: string): string {
  let number = 7;
  for (const letter of name) number = (number * 31 + (letter.codePointAt(0) ?? 0)) % 9_999_999_967;
  return `999999${String(number).padStart(10, '0')}`;
}

/** One line of a company's ledger. */
export const booked = (
  company: string,
  payee: string,
  yuan: string,
  on: string,
  type = '学术推广费',
  more: ExampleRow = {},
): ExampleRow => ({
  company,
  expense_date: on,
  amount: yuan,
  payee_name: payee,
  expense_type: type,
  payee_org: '',
  conference_name: '',
  summary: type,
  ...more,
});

/** A conference with everything a proper one has; `more` takes away or changes. */
export const meeting = (name: string, on: string, more: ExampleRow = {}): ExampleRow => ({
  name,
  type: '省级会议',
  organizer: '云澜省骨科学会',
  co_organizer: '云栖会展服务有限公司',
  sponsor: '启衡药业有限公司',
  start_date: on,
  end_date: on,
  venue: '澄溪会展中心三号厅',
  city: '澄溪市',
  actual_attendance: '6',
  agenda: '09:00 关节置换翻修策略；10:00 围术期管理；11:00 病例讨论与总结',
  filing_no: '澄溪会备〔2024〕108号',
  total_cost: '60000.00',
  status: '已召开',
  evidence_files: '会议通知、签到表、现场照片',
  ...more,
});

/** Somebody at a conference. */
export const came = (conference: string, on: string, name: string, org: string, more: ExampleRow = {}): ExampleRow => ({
  conference_name: conference,
  conference_date: on,
  name,
  org,
  dept: '骨科',
  title: '主任医师',
  role: '参会',
  topic: '',
  fee: '',
  ...more,
});

const audience: ReadonlyArray<readonly [string, string]> = [
  ['叶知秋', '澄溪市第一人民医院'],
  ['薛明远', '望川市人民医院'],
  ['孟以宁', '临陂市中心医院'],
  ['韩思齐', '云麓市骨科医院'],
];

/** The sign-in list of a conference: four doctors of four hospitals besides the speakers. */
export const signedIn = (
  conference: string,
  on: string,
  speakers: ReadonlyArray<readonly [name: string, org: string, fee: string, topic?: string]> = [],
): ExampleRow[] => [
  ...speakers.map(([name, org, fee, topic]) =>
    came(conference, on, name, org, { role: '讲者', topic: topic ?? `${name}：关节置换新进展`, fee }),
  ),
  ...audience.map(([name, org]) => came(conference, on, name, org)),
];
