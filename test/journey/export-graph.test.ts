/*
 * 导出关系图: somebody takes the graph of a case to Gephi or Aleph by the command line. The file is what the journal says it is.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, makeDesk } from '../make/desk.ts';

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
