/** The guided task in seven steps: what is asked, and the answer that the figures of this very sample give. */
import type { Fen } from '../plain/fen.ts';
import type { Population } from '../world/population.ts';
import type { Org, Party, Transfer } from '../world/types.ts';
import type { World } from '../world/world.ts';
import type { Notes, Places } from './notes.ts';
import type { Story } from './plants.ts';
import type { TruthRow, TruthSheet } from './truth.ts';

export interface GuideStep {
  readonly step: number;
  readonly zh: string;
  readonly en: string;
  /** What a person should have found: texts, counts and fen as text. */
  readonly answer: Readonly<Record<string, string | number | readonly string[]>>;
  /** Where it stands, first to last as one would open it. */
  readonly rows: readonly TruthRow[];
}

interface Told {
  readonly world: World;
  readonly population: Population;
  readonly story: Story;
  readonly places: Places;
  readonly entities: Notes['entities'];
  readonly sheets: ReadonlyArray<{ readonly file: string; readonly sheets: readonly TruthSheet[] }>;
}

/** The steps; none if the main scheme was not planted. */
export function guideOf(told: Told): GuideStep[] {
  const { world, population, story, places, entities, sheets } = told;
  const main = story.plants.find((plant) => plant.id === 'S01-1');
  const many = story.plants.find((plant) => plant.id === 'S03-1');
  if (!main || !many) return [];
  const { maker, chief, equipmentHead } = population.cast;
  const csos = main.subjects.filter((party): party is Org => party.kind === 'org' && party.role === 'cso');
  const [paper] = csos;
  const mine = new Set(main.rows);
  const transfers = world.transfers.filter((transfer) => mine.has(transfer.id));
  const paid = (from: Party, to: Party) =>
    transfers.filter((transfer) => transfer.from.holder === from && transfer.to.holder === to);
  const rowsOf = (records: ReadonlyArray<{ readonly id: string }>) => records.flatMap(({ id }) => places.get(id) ?? []);
  const expected = (model: string) => main.expected.filter((each) => each.model === model);
  const counted = sheets.flatMap((file) => file.sheets.map((sheet) => ({ file: file.file, ...sheet })));
  const sum = (list: ReadonlyArray<{ readonly fen: Fen }>) => String(list.reduce((total, { fen }) => total + fen, 0));
  const broken = counted.flatMap((sheet) =>
    sheet.badRows
      .filter((bad) => bad.rejected && bad.seen !== '')
      .map((bad) => `${sheet.file} › ${sheet.sheet} 第${bad.row}行 ${bad.column}：${bad.seen}`),
  );
  const [known] = [...entities(new Set([maker, ...csos]))].sort((a, b) => b.aliases.length - a.aliases.length);
  const withoutConference = expected('academic-fee-no-conference');
  const feeTransfers = transfers.filter((transfer) =>
    withoutConference.some((each) => each.rows.includes(transfer.id)),
  );
  const meetings = world.conferences.filter((conference) =>
    expected('sham-conference').some((each) => each.conferences?.includes(conference.id)),
  );
  const toPaper = paper ? paid(maker, paper) : [];
  const fromPaper = paper ? transfers.filter((transfer) => transfer.from.holder === paper) : [];
  const toChief = transfers.filter((transfer) => transfer.to.holder === chief);
  const toHead = world.transfers.filter((transfer) => many.rows.includes(transfer.id));
  const onTheChart = furtherOnTheChart(world, story);
  const innocent = story.lookalikes.filter((each) =>
    ['L01-sham-conference', 'L06-1-multi-payer-recipient', 'L12-packages', 'L27'].includes(each.id),
  );
  return [
    {
      step: 1,
      zh: '新建案件，导入整个文件夹。每个工作表都应认出类别；读入行数 = 导入 + 拒绝 + 重复 + 跳过。',
      en: 'Create a case and import the whole folder. Every sheet is recognised; rows read = imported + rejected + duplicate + skipped.',
      answer: {
        files: sheets.length,
        sheets: counted.length,
        read: counted.reduce((total, sheet) => total + sheet.rows.read, 0),
        imported: counted.reduce((total, sheet) => total + sheet.rows.imported, 0),
        rejected: counted.reduce((total, sheet) => total + sheet.rows.rejected, 0),
        duplicate: counted.reduce((total, sheet) => total + sheet.rows.duplicate, 0),
        skipped: counted.reduce((total, sheet) => total + sheet.rows.skipped, 0),
      },
      rows: [],
    },
    {
      step: 2,
      zh: '打开问题行：读不出的金额和日期没有被当作0或某一天，而是列在这里，能点回原单元格。',
      en: 'Open the problem rows: amounts and dates that cannot be read are listed with their cell, never taken for 0 or for some day.',
      answer: { unreadableCells: broken.length, unreadable: broken.slice(0, 4) },
      rows: [],
    },
    {
      step: 3,
      zh: `在主体中搜索“${known?.name.slice(2, 4) ?? ''}”：几种写法凭账号、信用代码和字号合并为一家，成立日期、参保人数、地址都在登记表里。`,
      en: 'Search the parties for the firm: its spellings are one party by account, credit code and name.',
      answer: {
        name: known?.name ?? '',
        writtenAs: [...(known?.aliases ?? [])],
        mentions: known?.mentions.length ?? 0,
      },
      rows: places.get(`REG-${known?.id ?? ''}`) ?? [],
    },
    {
      step: 4,
      zh: `运行预警模型，看“学术费用无对应会议”：${maker.name}付给另外几家推广公司的学术推广费，前后都没有会议。`,
      en: 'Run the models and open "academic fee without a conference": promotion fees of the maker to the other promotion companies.',
      answer: {
        payer: maker.name,
        payees: withoutConference.map((each) => each.subjects[1]?.name ?? ''),
        payments: feeTransfers.length,
        paidFen: sum(feeTransfers),
      },
      rows: rowsOf(feeTransfers),
    },
    {
      step: 5,
      zh: '看“虚假会议”：有费用、有人数，没有备案、议程、签到和佐证材料。',
      en: 'Open "sham conference": booked and counted, but no filing, no agenda, no sign-in list, no material.',
      answer: {
        conferences: meetings.map((conference) => conference.name),
        costFen: sum(meetings.map(({ totalCost }) => ({ fen: totalCost }))),
      },
      rows: rowsOf(meetings),
    },
    {
      step: 6,
      zh: `在关系图上从${maker.name}出发：经推广公司到医务人员；再看${equipmentHead.name}收到了多少家企业的付款${onTheChart.map(({ zh }) => `；${zh}`).join('')}。`,
      en: `On the chart follow the money from the maker through the promotion company to doctors; then see how many companies paid the head of equipment${onTheChart.map(({ en }) => `; ${en}`).join('')}.`,
      answer: {
        path: [maker.name, paper?.name ?? '', chief.name],
        makerToPromotionFen: sum(toPaper),
        promotionToPeopleFen: sum(fromPaper),
        people: new Set(fromPaper.map((transfer) => transfer.to.holder)).size,
        chiefReceivedFen: sum(toChief),
        equipmentHead: equipmentHead.name,
        companies: new Set(toHead.map((transfer) => transfer.from.holder)).size,
        companiesPaidFen: sum(toHead),
        ...Object.assign({}, ...onTheChart.map(({ answer }) => answer)),
      },
      rows: [
        ...rowsOf(toPaper),
        ...rowsOf(toChief),
        ...rowsOf(toHead),
        ...onTheChart.flatMap(({ payments }) => rowsOf(payments)),
      ],
    },
    {
      step: 7,
      zh: '核对不应提示的：全国学术论坛、知名讲者、定价49,800元的套餐、学会会费都有合理解释。写明理由，导出Excel摘要，封存案件。',
      en: 'Check what must not be flagged: the national congress, the popular lecturer, the fixed price, the membership fee. Give reasons, export the summary, seal the case.',
      answer: { innocent: innocent.map((each) => `${each.kind}：${each.zh}`) },
      rows: [],
    },
  ];
}

interface OnTheChart extends Pick<GuideStep, 'zh' | 'en' | 'answer'> {
  readonly payments: readonly Transfer[];
}

/** What further schemes add to the step on the chart, where they are planted: the divided sponsorship and the money that comes back. */
function furtherOnTheChart(world: World, story: Story): OnTheChart[] {
  const told = (id: string, tell: (payments: readonly Transfer[]) => Omit<OnTheChart, 'payments'>): OnTheChart[] => {
    const plant = story.plants.find((each) => each.id === id);
    if (!plant) return [];
    const mine = new Set(plant.rows);
    const payments = world.transfers.filter((transfer) => mine.has(transfer.id));
    return [{ ...tell(payments), payments }];
  };
  return [
    ...told('S04-1', ([sponsored, ...shares]) => ({
      zh: `看${sponsored!.to.holder.name}把收到的会议赞助费分给了谁`,
      en: 'see among whom the society divided what a sponsor paid for a meeting',
      answer: {
        sponsor: sponsored!.from.holder.name,
        society: sponsored!.to.holder.name,
        sponsoredFen: String(sponsored!.fen),
        dividedAmong: shares.length,
        dividedFen: String(shares.reduce((total, { fen }) => total + fen, 0)),
      },
    })),
    ...told('S06-1', (hops) => ({
      zh: `从${hops[0]!.from.holder.name}查回流`,
      en: 'look for the round trip of a dealer',
      answer: {
        roundTrip: [...hops, hops[0]!].map(({ from }) => from.holder.name),
        leftFen: String(hops[0]!.fen),
        cameBackFen: String(hops.at(-1)!.fen),
      },
    })),
  ];
}
