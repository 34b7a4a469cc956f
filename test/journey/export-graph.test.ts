/*
 * 导出关系图: somebody takes the graph of a case to Gephi or Aleph by the command line. The file is what the journal says it is.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startCore } from '../../electron/core/core.ts';
import type { Answer, Ask, RequestName } from '../../shared/protocol/requests.ts';
import { type Desk, makeDesk } from '../make/desk.ts';
import { csvReader, graphReaders, python, type ReadGraph, readBy } from '../make/read-chart-file.ts';
import { removeShell, testShell } from '../test-shell.ts';

if (!python) console.warn('skipped: GraphML, GEXF and CSV are not re-read, no Python with networkx here');

let desk: Desk;
beforeAll(() => {
  desk = makeDesk();
});
afterAll(() => desk.remove());

interface Written {
  name: string;
  format: string;
  mask: string;
  parties: number;
  links: number;
  of: { parties: number; links: number };
  sha256: string;
}

test('the graph is written in every data format, masked as asked, and its digest stands in the journal', async () => {
  await desk.newCase('a');
  const statement = [
    '交易日期,交易时间,借贷标志,交易金额,账户余额,本方户名,本方账号,对手户名,对手账号,摘要',
    '2025-03-01,09:10:11,借,"20,000.00","100,000.00",华康药业有限公司,9999990000000001,张某某,9999990000000003,学术推广费',
    '2025-03-02,09:10:11,借,"30,000.00","70,000.00",华康药业有限公司,9999990000000001,张某某,9999990000000003,学术推广费',
  ].join('\r\n');
  writeFileSync(join(desk.cwd, 'flow.csv'), `\uFEFF${statement}`);
  await desk.json('import', 'a.qycase', 'flow.csv');
  for (const [format, file] of [
    ['graphml', 'g.graphml'],
    ['gexf', 'g.gexf'],
    ['csv-nodes', 'n.csv'],
    ['csv-edges', 'e.csv'],
    ['ftm', 'g.ftm.jsonl'],
  ] as const) {
    const written = await desk.json<Written>('export-graph', 'a.qycase', file, '--format', format, '--mask', 'public');
    const bytes = readFileSync(join(desk.cwd, file));
    expect(written.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(written).toMatchObject({ name: file, format, mask: 'public' });
    expect([written.parties, written.links]).toEqual([written.of.parties, written.of.links]);
    expect(bytes.toString('utf8')).not.toContain('张某某');
    const { entries } = await desk.json<{ entries: Array<{ action: string; params: Record<string, unknown> }> }>(
      'journal',
      'a.qycase',
      'list',
    );
    expect(
      entries.find(({ action, params }) => action === 'chart.written' && params.file === file)?.params,
    ).toMatchObject({
      format,
      mask: 'public',
      sha256: written.sha256,
    });
  }
  const picture = await desk.qy(
    'export-graph',
    'a.qycase',
    'g.png',
    '--format',
    'png',
    '--passphrase-file',
    'passphrase.txt',
  );
  expect(picture.code).toBe(2);
});

test.skipIf(!python)(
  'what a company moved between its own accounts is a loop at it in every data format of what is drawn, as other programs read it',
  async () => {
    const shell = testShell({ now: () => new Date('2026-03-01T08:00:00Z') });
    const core = startCore(shell);
    const ask = async <N extends RequestName>(name: N, question: Ask<N>): Promise<Answer<N>> => {
      const reply = await core.ask(name, question);
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.problem)}`);
      return reply.value;
    };
    onTestFinished(async () => {
      await core.close();
      removeShell(shell);
    });
    await ask('case.create', { title: '内转', folder: '内转', passphrase: desk.passphrase });
    const head = '交易日期,交易时间,借贷标志,交易金额,账户余额,本方户名,本方账号,对手户名,对手账号,摘要';
    const [maker, one, two] = ['华康药业有限公司', '9999990000000001', '9999990000000019'];
    for (const [name, ...lines] of [
      [
        'one.csv',
        `2025-03-01,09:10:11,借,"50,000.00","100,000.00",${maker},${one},${maker},${two},调拨`,
        `2025-04-01,09:10:11,借,"7,000.00","93,000.00",${maker},${one},${maker},${two},调拨`,
        `2025-04-02,09:10:11,借,"20,000.00","73,000.00",${maker},${one},张某某,9999990000000003,学术推广费`,
      ],
      ['two.csv', `2025-03-01,09:10:11,贷,"50,000.00","50,000.00",${maker},${two},${maker},${one},调拨`],
    ] as const) {
      const path = join(shell.folder, name);
      writeFileSync(path, `\uFEFF${[head, ...lines].join('\r\n')}`);
      core.ticket({ id: name, purpose: 'import', direction: 'read', name, folder: '', path });
      await ask('import.write', { tickets: [name] });
    }

    const { parties } = await ask('parties.export', {});
    const ids = parties.filter(({ name }) => [maker, '张某某'].includes(name)).map(({ id }) => Number(id));
    const { links } = await ask('graph.start', { parties: ids });
    const shown = {
      places: ids.map((id, at) => ({
        id: String(id),
        parties: [id],
        name: '',
        x: at * 200,
        y: 0,
        size: 40,
        frame: null,
      })),
      links: links.map(({ id }) => id),
      texts: [],
    };
    const write = async (format: 'graphml' | 'gexf' | 'csv-edges' | 'ftm'): Promise<string> => {
      const path = join(shell.folder, format);
      core.ticket({ id: format, purpose: 'chart', direction: 'write', name: format, path });
      await ask('graph.export', { target: format, format, shown });
      return path;
    };

    const [loop, payment] = [
      { relation: '同主体内转', rows: 2, fen: 5_700_000, isLoop: true },
      { relation: '付款', rows: 1, fen: 2_000_000, isLoop: false },
    ];
    type Told = typeof loop;
    const told = (all: readonly Told[]) =>
      [loop, payment].map(({ relation }) => all.filter((each) => each.relation === relation));
    for (const format of ['graphml', 'gexf'] as const) {
      const { edges } = readBy<ReadGraph>(await write(format), graphReaders[format]);
      const read = edges.map(({ relation, rows, amount_fen, isLoop }) => ({
        relation,
        rows,
        fen: amount_fen!,
        isLoop,
      }));
      expect(told(read)).toEqual([[loop], [payment]]);
    }
    const lines = readBy<Array<Record<string, string>>>(await write('csv-edges'), csvReader);
    const read = lines.map(({ relation, rows, amount_yuan, Source, Target }) => ({
      relation: relation!,
      rows: Number(rows),
      fen: Math.round(Number(amount_yuan) * 100),
      isLoop: Source === Target,
    }));
    expect(told(read)).toEqual([[loop], [payment]]);

    const entities = readFileSync(await write('ftm'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { schema: string; properties: Record<string, string[]> });
    // a loop is no payment: it is in no sum between parties
    const paid = entities.filter(({ schema }) => schema === 'Payment');
    expect(paid.map(({ properties }) => properties.amount)).toEqual([['20000.00']]);
    const [own, ...more] = entities.filter(({ properties }) => properties.role?.[0] === loop.relation);
    expect(more).toEqual([]);
    expect(own).toMatchObject({
      schema: 'UnknownLink',
      properties: { startDate: ['2025-03-01'], endDate: ['2025-04-01'], object: own!.properties.subject },
    });
    expect(own!.properties.summary![0]).toContain('57000.00 CNY');
  },
);
