/** What the words of a booking or a ledger line say it was for. Words may be a cover: models say which of them they take at their word. */

/** 工资、奖金、社保: what an employer pays. */
export const saysWage = (memo: string): boolean => /工资|薪|奖金|绩效|代发|社保|公积金|补贴款|退休金/.test(memo);

/** 退款、退保证金、冲销: money that comes back. */
export const saysRefund = (memo: string): boolean =>
  /退款|退费|退还|退回|退货|退保|退押金|押金|保证金|返还|冲销|冲正|更正/.test(memo);

/** 借款、还款、贷款发放. */
export const saysLoan = (memo: string): boolean => /借款|还款|贷款|放款|借条|还借|按揭/.test(memo);

/** 分期、租金、会费: equal amounts again and again under a contract. */
export const saysInstalment = (memo: string): boolean =>
  /分期|第[\d一二三四五六七八九十]+期|首付|尾款|租金|房租|租赁|月供|按揭|月租|物业|套餐|定价|学费|会员费|会费|管理费/.test(
    memo,
  );
