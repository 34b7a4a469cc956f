import type { Bilingual } from '../../../shared/protocol/parts.ts';
import type { EvidenceReader, Lack, Model } from '../models/model.ts';
import { sheetOf } from '../sheets/index.ts';

/** Sheets and columns in the words of somebody who has to ask for them. */
export const sheetWords: Readonly<Record<string, Bilingual>> = {
  bank_flow: { zh: '银行流水', en: 'bank statements' },
  expense: { zh: '费用明细账', en: 'expense ledgers' },
  conference: { zh: '学术会议表', en: 'conference lists' },
  conference_person: { zh: '会议讲者、参会名单', en: 'conference rosters' },
  company: { zh: '企业登记信息', en: 'company register' },
  bank_account: { zh: '账户信息', en: 'account registers' },
  company_person: { zh: '股东及高管', en: 'shareholders and officers' },
  staff: { zh: '人员名册', en: 'staff rosters' },
  kinship: { zh: '亲属关系', en: 'family relations' },
  rep: { zh: '医药代表备案', en: 'representative filings' },
  rep_activity: { zh: '医药代表活动', en: 'representative activity logs' },
  institution: { zh: '机构名录', en: 'institution registers' },
  clue: { zh: '线索', en: 'leads' },
  call_record: { zh: '通话记录', en: 'call records' },
  purchase: { zh: '药品耗材采购订单', en: 'purchase orders' },
  product: { zh: '药品耗材目录', en: 'product catalogues' },
  bid: { zh: '招标投标记录', en: 'tenders and bids' },
  prescription: { zh: '处方、开单明细', en: 'prescriptions' },
  visit: { zh: '医保结算记录', en: 'insurance settlements' },
  visit_item: { zh: '费用、使用明细', en: 'charge details' },
  invoice: { zh: '发票', en: 'invoices' },
  contract: { zh: '合同、协议', en: 'contracts' },
};

/** What of a model's needs is not in the case: sheets that were never imported, and columns that none of them has. */
export function lacksOf(model: Pick<Model, 'needs'>, evidence: EvidenceReader): Lack[] {
  return model.needs.flatMap(({ category, fields, or }): Lack[] => {
    if (or !== undefined && !evidence.has(category) && evidence.has(or)) return [];
    const sheet = sheetWords[category] ?? { zh: category, en: category };
    if (!evidence.has(category))
      return [{ id: category, words: { zh: `未导入${sheet.zh}`, en: `No ${sheet.en} imported` } }];
    return fields
      .filter((field) => !evidence.hasField(category, field))
      .map((field) => {
        const column = sheetOf(category)?.fields[field] ?? { zh: field, en: field };
        return {
          id: `${category}.${field}`,
          words: { zh: `${sheet.zh}没有“${column.zh}”一列`, en: `The ${sheet.en} have no column "${column.en}"` },
        };
      });
  });
}
