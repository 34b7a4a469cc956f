import { expect, test } from 'vitest';
import expandPreview from '../../../../../electron/core/graph/expand-preview.request.ts';
import linkCells from '../../../../../electron/core/graph/link-cells.request.ts';
import linkRows from '../../../../../electron/core/graph/link-rows.request.ts';
import neighbours from '../../../../../electron/core/graph/neighbours.request.ts';
import nodeRequest from '../../../../../electron/core/graph/node.request.ts';
import start from '../../../../../electron/core/graph/start.request.ts';
import { ask } from '../../../../make/ask.ts';
import { Records } from '../../../../make/records.ts';

const maker = '瑞衡药业有限公司';
const doctor = '周启明';

// a name alone would not join the roster's doctor with the payee
const known = { name: doctor, idNo: '990000197001010019' };

/** A maker that pays three people, one of whom attends a conference, and two people who pay each other. */
function small() {
  const records = new Records();
  const rows = {
    first: records.pay({ by: maker, to: known, yuan: 20_000, on: '2024-07-15', time: '10:00:00', memo: '学术推广费' }),
    second: records.pay({ by: maker, to: known, yuan: 5_000, on: '2024-08-01', memo: '讲课费' }),
    failed: records.pay({ by: maker, to: known, yuan: 7_000, on: '2024-08-02', outcome: 'failed' }),
  };
  records.pay({ by: maker, to: '方晓', yuan: 300, on: '2024-07-16' });
  records.pay({ by: maker, to: '沈国栋', yuan: 90_000, on: '2024-09-16' });
  records.pay({ by: '方晓', to: '沈国栋', yuan: 40, on: '2024-09-17' });
  records.fee({ company: maker, payee: known, yuan: 20_000, on: '2024-07-10' });
  records.attend({
    person: known,
    conference: '骨科新技术论坛',
    on: '2024-07-01',
    org: '澄溪市第一人民医院',
    title: '主任医师',
  });
  records.draw();
  return { records, rows, id: (name: string) => records.party(name) };
}

test('neighbours come by their largest link, those already shown are left out but counted', async () => {
  const { records, id } = small();
  const answer = await ask(neighbours, 'graph.neighbours', records.store, {
    party: id(maker),
    shown: [id('方晓')],
    limit: 1,
  });
  expect(answer).toMatchObject({ total: 3, newTotal: 2, nodes: [{ name: '沈国栋', inFen: 9_004_000, degree: 2 }] });
  // also the link to what is shown besides the party itself
  expect(answer.links.map((link) => link.id).toSorted()).toEqual(
    [`payment:${id(maker)}:${id('沈国栋')}`, `payment:${id('方晓')}:${id('沈国栋')}`].toSorted(),
  );
});

test('within a period, sums and counts are those of the period', async () => {
  const { records, id } = small();
  const answer = await ask(neighbours, 'graph.neighbours', records.store, {
    party: id(maker),
    kinds: ['payment'],
    from: '2024-08-01',
    to: '2024-08-31',
  });
  expect(answer).toMatchObject({
    total: 1,
    links: [{ target: id(doctor), rows: 1, fen: 500_000, first: '2024-08-01' }],
  });
});

test('small sums are left out on request; links without money stay', async () => {
  const { records, id } = small();
  const answer = await ask(neighbours, 'graph.neighbours', records.store, { party: id(doctor), minFen: 10_000_000 });
  expect(answer.links.map(({ kind }) => kind).toSorted()).toEqual(['attendance', 'employment']);
});

test('the numbers of an expansion are told before it', async () => {
  const { records, id } = small();
  const answer = await ask(expandPreview, 'graph.expand-preview', records.store, {
    party: id(doctor),
    shown: [id(maker)],
  });
  expect(answer.total).toBe(3);
  expect(answer.groups).toEqual([
    { kind: 'payment', direction: 'in', drawnAs: 'company', parties: 1, shown: 1, rows: 2, fen: 2_500_000 },
    { kind: 'fee', direction: 'in', drawnAs: 'company', parties: 1, shown: 1, rows: 1, fen: 2_000_000 },
    { kind: 'attendance', direction: 'out', drawnAs: 'meeting', parties: 1, shown: 0, rows: 1, fen: null },
    { kind: 'employment', direction: 'out', drawnAs: 'hospital', parties: 1, shown: 0, rows: 1, fen: null },
  ]);
});

test('an expansion takes only the chosen kinds of link and of party, with every link of whom it brings', async () => {
  const { records, id } = small();
  const only = [{ kind: 'attendance', direction: 'out' as const, drawnAs: 'meeting' }];
  const answer = await ask(neighbours, 'graph.neighbours', records.store, { party: id(doctor), only });
  expect(answer).toMatchObject({ total: 1, newTotal: 1, nodes: [{ drawnAs: 'meeting' }] });
  const paid = [{ kind: 'payment', direction: 'out' as const, drawnAs: 'doctor' }];
  const paidFor = await ask(neighbours, 'graph.neighbours', records.store, { party: id(maker), only: paid });
  expect(paidFor.nodes.map(({ name }) => name)).toEqual([doctor]);
  expect(paidFor.links.map(({ kind }) => kind).toSorted()).toEqual(['fee', 'payment']);
  const none = await ask(neighbours, 'graph.neighbours', records.store, { party: id(maker), only: [] });
  expect(none).toMatchObject({ total: 0, nodes: [] });
});

test('a link shows its rows newest first, what does not count apart and with the reason, each with its cell', async () => {
  const { records, rows, id } = small();
  const finding = records.finding({ rows: [rows.first], about: [doctor], severity: 4 });
  const question = { kind: 'payment', source: id(maker), target: id(doctor) };
  const answer = await ask(linkRows, 'graph.link-rows', records.store, question);
  expect(answer).toMatchObject({
    rows: 2,
    fen: 2_500_000,
    asideRows: 1,
    asideFen: 700_000,
    months: [
      { month: '2024-07', rows: 1, fen: 2_000_000 },
      { month: '2024-08', rows: 1, fen: 500_000 },
    ],
    findings: [{ id: finding, severity: 4 }],
    source: { name: maker },
    target: { name: doctor, drawnAs: 'doctor', detail: '主任医师', group: id('澄溪市第一人民医院') },
  });
  expect(answer.list).toMatchObject([
    { rowId: rows.failed, aside: 'failed', fen: 700_000, findings: 0 },
    { rowId: rows.second, aside: null, text: '讲课费' },
    {
      rowId: rows.first,
      aside: null,
      time: '10:00:00',
      findings: 1,
      source: { file: 'bank_flow.xlsx', row: 2, field: 'amount', cell: 'D2' },
    },
  ]);
  const page = await ask(linkRows, 'graph.link-rows', records.store, {
    ...question,
    offset: 1,
    limit: 1,
    from: '2024-08-01',
  });
  expect(page).toMatchObject({ rows: 1, fen: 500_000, list: [{ rowId: rows.second }] });
});

test('each link of a printed dossier names the cell of its largest row that counts', async () => {
  const { records, rows, id } = small();
  const { cells } = await ask(linkCells, 'graph.link-cells', records.store, {
    links: [
      { kind: 'payment', source: id(maker), target: id(doctor) },
      { kind: 'attendance', source: id(doctor), target: id('骨科新技术论坛') },
      { kind: 'payment', source: id(doctor), target: id(maker) },
    ],
  });
  expect(cells).toMatchObject([
    { rowId: rows.first, file: 'bank_flow.xlsx', field: 'amount', cell: 'D2' },
    { field: 'name', cell: 'B2' },
    null,
  ]);
});

test('a link of attendance shows the roster', async () => {
  const { records, id } = small();
  const answer = await ask(linkRows, 'graph.link-rows', records.store, {
    kind: 'attendance',
    source: id(doctor),
    target: id('骨科新技术论坛'),
  });
  expect(answer).toMatchObject({
    rows: 1,
    fen: null,
    asideRows: 0,
    list: [{ day: '2024-07-01', text: 'attendee', source: { field: 'name', cell: 'B2' } }],
  });
});

test('a word that is no kind of link is refused', async () => {
  const { records, id } = small();
  await expect(
    ask(linkRows, 'graph.link-rows', records.store, { kind: "x' or 1", source: id(maker), target: id(doctor) }),
  ).rejects.toThrow('request.malformed');
});

test('a node tells for each kind and direction how many parties, rows and fen', async () => {
  const { records, id } = small();
  expect(await ask(nodeRequest, 'graph.node', records.store, { party: id(maker) })).toMatchObject({
    node: { name: maker, outFen: 11_530_000, inFen: 0, degree: 3 },
    byKind: [
      { kind: 'payment', direction: 'out', parties: 3, rows: 4, fen: 11_530_000 },
      { kind: 'fee', direction: 'out', parties: 1, rows: 1, fen: 2_000_000 },
    ],
  });
});

test('a finding opens its parties and the links it rests on; totals are those of the whole case', async () => {
  const { records, rows, id } = small();
  const finding = records.finding({ rows: [rows.first], about: [doctor] });
  const answer = await ask(start, 'graph.start', records.store, { finding });
  expect(answer.focus).toEqual([id(doctor)]);
  expect(answer.focusLinks).toEqual([`payment:${id(maker)}:${id(doctor)}`]);
  expect(answer.nodes.map(({ name }) => name).toSorted()).toEqual([doctor, maker].toSorted());
  expect(answer.links.find((link) => link.kind === 'payment')).toMatchObject({ findings: 1, rows: 2 });
  expect(answer.totals).toEqual({ parties: 6, links: 7, rows: 5, fen: 11_534_000, moneyKinds: ['payment'] });
});

test('a finding of more parties than a first picture holds says how many there are', async () => {
  const records = new Records();
  const rows = Array.from({ length: 230 }, (_, i) =>
    records.pay({
      by: maker,
      to: `张${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${'春夏秋冬'[i % 4]}${i}`,
      yuan: 100,
      on: '2024-07-16',
    }),
  );
  records.draw();
  const finding = records.finding({ rows, about: [maker] });
  const answer = await ask(start, 'graph.start', records.store, { finding });
  expect([answer.nodes.length, answer.inFinding]).toEqual([200, 231]);
  expect((await ask(start, 'graph.start', records.store, { top: 3 })).inFinding).toBe(0);
});

test('without a question the most conspicuous parties come first, then whom they deal with', async () => {
  const { records, id } = small();
  records.finding({ about: ['方晓'], severity: 4 });
  const answer = await ask(start, 'graph.start', records.store, { top: 3 });
  expect(answer.nodes.map(({ name }) => name)).toEqual(['方晓', maker, '沈国栋']);
  expect((await ask(start, 'graph.start', records.store, { parties: [id(doctor)] })).nodes).toHaveLength(1);
});

test('a ruled-out finding is on no link and no node', async () => {
  const { records, rows, id } = small();
  records.finding({ rows: [rows.first], about: [doctor], status: 'excluded' });
  const answer = await ask(start, 'graph.start', records.store, { parties: [id(doctor), id(maker)] });
  expect(answer.links.map(({ findings }) => findings)).toEqual([0, 0]);
  expect(answer.nodes.map(({ findings, severity }) => [findings, severity])).toEqual([
    [0, 0],
    [0, 0],
  ]);
});
