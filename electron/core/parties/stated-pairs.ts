/** 曾用名: company and former name in one row of the register. */
export const formerNames = `select distinct c.company, m.mention from rec_mention m join rec_company c on c.row = m.row where m.field = 'former_names'`;

/** 别名: party and alias in one entry made by hand. */
export const aliases = `select distinct p.party, m.mention from rec_mention m join rec_manual_party p on p.row = m.row where m.field = 'aliases'`;

/** 其他名称: institution and second name in one row of a register. */
export const institutionAliases = `select distinct i.institution, m.mention from rec_mention m join rec_institution i on i.row = m.row where m.field = 'aliases'`;
