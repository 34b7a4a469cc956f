import type { Bilingual } from '../../../shared/protocol/parts.ts';
import type { EvidenceReader, Lack, Model } from '../models/model.ts';

/** Sheets and columns in the words of somebody who has to ask for them. */
export const sheetWords: Readonly<Record<string, Bilingual>> = {
  bank_flow: { zh: '银行流水', en: 'bank statements' },
  expense: { zh: '费用明细账', en: 'expense ledgers' },
  conference: { zh: '学术会议表', en: 'conference lists' },
  conference_person: { zh: '会议讲者、参会名单', en: 'conference rosters' },
  company: { zh: '企业登记信息', en: 'company register' },
};
const columns: Readonly<Record<string, Bilingual>> = {
  amount: { zh: '金额', en: 'amount' },
  txn_date: { zh: '交易日期', en: 'date' },
  counterparty_name: { zh: '对手户名', en: 'counterparty' },
  holder_name: { zh: '本方户名', en: 'holder' },
  company: { zh: '费用单位', en: 'company' },
  payee_name: { zh: '收款人', en: 'payee' },
  expense_type: { zh: '费用类型', en: 'type of expense' },
  name: { zh: '名称', en: 'name' },
  start_date: { zh: '开始日期', en: 'start date' },
  city: { zh: '城市', en: 'city' },
};

/** What of a model's needs is not in the case: sheets that were never imported, and columns that none of them has. */
export function lacksOf(model: Model, evidence: EvidenceReader): Lack[] {
  return model.needs.flatMap(({ category, fields, or }): Lack[] => {
    if (or !== undefined && !evidence.has(category) && evidence.has(or)) return [];
    const sheet = sheetWords[category] ?? { zh: category, en: category };
    if (!evidence.has(category))
      return [{ id: category, words: { zh: `未导入${sheet.zh}`, en: `No ${sheet.en} imported` } }];
    return fields
      .filter((field) => !evidence.hasField(category, field))
      .map((field) => {
        const column = columns[field] ?? { zh: field, en: field };
        return {
          id: `${category}.${field}`,
          words: { zh: `${sheet.zh}没有“${column.zh}”一列`, en: `The ${sheet.en} have no column "${column.en}"` },
        };
      });
  });
}
