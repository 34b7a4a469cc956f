import type { Store } from '../../electron/core/store/connect.ts';

/** A small generator with a seed (mulberry32): the same numbers every time. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈',
];
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文辉力志新海燕玲红玉兰凤萍鹏浩宇轩梓涵雨欣怡佳琪思远博睿',
];
const brands = [...'瑞衡康岫恒沅青穗明屿博澜安栎朗澈顺柏合柚清源启辰泽润嘉禾云岭'];

/**
 * Writes `count` distinct mentions of about count / 3 people and count / 20 companies, as statements, ledgers and rosters name
 * them: some with numbers, some with accounts, some with only name and employer. For measuring, not for judging.
 */
export function writeManyMentions(store: Store, count: number): void {
  const random = seeded(20260101);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const insert = store.db.prepare(
    `insert or ignore into mention (kind, name, key, id_type, id_value, account, phone, org_key, dept, masked, first_row, first_field)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 1, 'name')`,
  );
  const identifier = store.db.prepare('insert into mention_identifier values (?, ?, ?, 1, 1, null)');
  const people = Math.ceil(count / 3);
  const companies = Math.ceil(count / 20);
  const companyName = (n: number) => `澄溪${brands[n % brands.length]}${brands[(n * 7 + 3) % brands.length]}${n}医药`;
  const personName = (n: number) =>
    `${surnames[n % surnames.length]}${given[(n * 7) % given.length]}${n % 5 === 0 ? '' : given[(n * 13 + 5) % given.length]}`;
  store.transaction(() => {
    for (let written = 0; written < count; ) {
      const isPerson = random() < 0.8;
      const n = Math.floor(random() * (isPerson ? people : companies));
      const digits = String(n).padStart(9, '0');
      const name = isPerson ? personName(n) : `${companyName(n)}有限公司`;
      const number = random() < 0.3 ? (isPerson ? `990000${digits}${digits.slice(-3)}` : `91990000${digits}X`) : null;
      const account = random() < 0.5 ? `9999${random() < 0.7 ? '1' : '2'}${digits}${digits.slice(-5)}` : null;
      const phone = isPerson && random() < 0.3 ? `19900${digits.slice(-6)}` : null;
      const employer = isPerson && random() < 0.5 ? `澄溪市第${n % 400}医院` : null;
      const dept = employer !== null && random() < 0.6 ? pick(['骨科', '心内科', '药剂科']) : null;
      const done = insert.run(
        isPerson ? 'person' : 'company',
        name,
        isPerson ? name : companyName(n),
        number === null ? null : isPerson ? 'id_no' : 'uscc',
        number,
        account,
        phone,
        employer,
        dept,
      );
      if (done.changes === 0) continue;
      written++;
      const id = done.lastInsertRowid;
      if (number !== null) identifier.run(id, isPerson ? 'id_no' : 'uscc', number);
      if (account !== null) identifier.run(id, 'account', account);
      if (phone !== null) identifier.run(id, 'phone', phone);
    }
  });
}
