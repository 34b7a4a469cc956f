import { createHash } from 'node:crypto';
import type { DrawnChart } from '../../../shared/protocol/chart-file.requests.ts';
import { type ChartFormat, isPicture } from '../../../shared/protocol/chart-formats.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import type { ChartData } from './chart/chart-data.ts';
import { dataFormats } from './chart/formats.ts';
import { ftmCounts } from './chart/ftm.export.ts';
import { readChart } from './chart/read-chart.ts';
import type { MaskLevel } from './masker.ts';

declare module '../job.ts' {
  interface Jobs {
    'graph.export': {
      payload: {
        format: ChartFormat;
        shown?: DrawnChart | undefined;
        mask: MaskLevel;
        lang: 'zh-CN' | 'en';
        purpose: string;
      };
      result: Answer<'graph.export'>;
    };
  }
}

/** Writes the chart to its target and its digest into the journal. */
export default defineJob('graph.export', ({ format, ...choice }, job) => {
  const [target] = job.files;
  if (!target) throw new Error('graph.export needs a target');
  const { store, actor } = job.openCase;
  const at = job.now();
  const tick = () => job.checkCancelled();
  const data = readChart(job.openCase, { ...choice, at, tick });
  if (isPicture(format)) throw new Error(`no picture ${format} yet`);
  const bytes = encoded(dataFormats[format].write(data), tick);
  job.write(target, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { parties, links } = format === 'ftm' ? ftmCounts(data) : held(data);
  const params = { file: target.name, format, parties, links, mask: choice.mask, purpose: choice.purpose, sha256 };
  writeJournal(store, { actor, at, action: 'chart.written', params });
  return ok({ name: target.name, bytes: bytes.length, sha256, parties, links, of: data.of });
});

const held = ({ parties, links }: ChartData) => ({ parties: parties.length, links: links.length });

const PIECE = 1 << 20;

/** The pieces as UTF-8, joined by the megabyte: a case has millions of them. */
function encoded(pieces: Iterable<string>, tick: () => void): Uint8Array {
  const blocks: Buffer[] = [];
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < PIECE) continue;
    blocks.push(Buffer.from(text));
    text = '';
    tick();
  }
  blocks.push(Buffer.from(text));
  return Buffer.concat(blocks);
}
