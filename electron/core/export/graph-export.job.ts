import { createHash } from 'node:crypto';
import { missingCase } from '../../../shared/plain/brand.ts';
import type { DrawnChart } from '../../../shared/protocol/chart-file.requests.ts';
import { type ChartFormat, isPicture } from '../../../shared/protocol/chart-formats.ts';
import { bytesPerGlyph } from '../../../shared/protocol/glyph-cell.ts';
import { failed, ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import { writeJournal } from '../journal/write-journal.ts';
import type { ChartData } from './chart/chart-data.ts';
import { drawSheet } from './chart/draw-sheet.ts';
import { dataFormats } from './chart/formats.ts';
import { ftmCounts } from './chart/ftm.export.ts';
import { pdfOf } from './chart/pdf-of.ts';
import { readChart } from './chart/read-chart.ts';
import { svgOf } from './chart/svg-of.ts';
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
        png?: string | undefined;
        glyphs?: { chars: string[]; advances: number[]; bits: string } | undefined;
      };
      result: Answer<'graph.export'>;
    };
  }
}

/** Writes the chart to its target and its digest into the journal. */
export default defineJob('graph.export', ({ format, png, glyphs, ...choice }, job) => {
  const [target] = job.files;
  if (!target) throw new Error('graph.export needs a target');
  const { store, actor } = job.openCase;
  const at = job.now();
  const tick = () => job.checkCancelled();
  const data = readChart(job.openCase, { ...choice, at, tick });
  const bytes = bytesOf();
  if (!bytes) return failed('request.refused');
  job.write(target, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { parties, links } = format === 'ftm' ? ftmCounts(data) : held(data);
  const params = { file: target.name, format, parties, links, mask: choice.mask, purpose: choice.purpose, sha256 };
  writeJournal(store, { actor, at, action: 'chart.written', params });
  return ok({ name: target.name, bytes: bytes.length, sha256, parties, links, of: data.of });

  /** Undefined where what the format needs is missing or is none. */
  function bytesOf(): Uint8Array | undefined {
    if (!isPicture(format)) return encoded(dataFormats[format].write(data), tick);
    if (data.places.length === 0) return undefined;
    switch (format) {
      case 'svg':
        return encoded(svgOf(drawSheet(data)), tick);
      case 'png': {
        const dots = Buffer.from(png ?? '', 'base64');
        return dots.subarray(0, PNG.length).equals(PNG) ? dots : undefined;
      }
      case 'pdf': {
        const bits = Buffer.from(glyphs?.bits ?? '', 'base64');
        if (!glyphs || glyphs.chars.length !== glyphs.advances.length) return undefined;
        if (bits.length !== glyphs.chars.length * bytesPerGlyph) return undefined;
        return pdfOf(drawSheet(data), { ...glyphs, bits }, at);
      }
      default:
        return missingCase(format);
    }
  }
});

const held = ({ parties, links }: ChartData) => ({ parties: parties.length, links: links.length });

/** how every PNG begins */
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

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
