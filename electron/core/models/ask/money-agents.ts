/** Those who take from and pay to many people as a service: wealth products, clearing accounts, wage agents, tax and insurance offices. */
const agents =
  /银行|理财|申购|赎回|基金|证券|期货|信托|保险|清算|备付金|支付|财付通|代发|公积金|社保|医保|税务|国库|彩票|退费户|专户/;

/** 资金中介机构: whether a name says that money only passes through there. */
export const isMoneyAgent = (name: string): boolean => agents.test(name);
