/** 超级节点: whoever is linked to more parties than this joins strangers. */
export const HUB_DEGREE = 200;

/** 银行、支付平台、税务、社保 … : those with whom everybody deals, by their names. */
const everybodysPartner =
  /银行|信用社|支付|财付通|备付金|清算|银联|税务|国库|财政局|社保|社会保险|医保中心|医疗保障|公积金|代发|理财|贷款|还款|证券|期货|基金|信托|保险|供电|自来水|燃气|移动通信|电信|联通/;

export const isEverybodysPartner = (name: string): boolean => everybodysPartner.test(name);
