import type { Segment } from './path.ts';
import { isLabel, type Mark, type Sheet } from './sheet.ts';
import { xml } from './xml-text.ts';

/** Found on Windows, macOS and Linux in this order; the reader's system draws the letters. */
const FONTS = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/** A drawing as SVG 1.1 of presentation attributes only: no style, no script, nothing from elsewhere. */
export function* svgOf({ width, height, marks, title }: Sheet): Iterable<string> {
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" font-family="${xml(FONTS)}">\n`;
  yield `<title>${xml(title)}</title>\n`;
  for (const mark of marks) yield `${markup(mark)}\n`;
  yield '</svg>\n';
}

function markup(mark: Mark): string {
  if (isLabel(mark)) {
    const { text, x, y, size, anchor, colour, bold } = mark;
    return `<text x="${short(x)}" y="${short(y)}" font-size="${size}" text-anchor="${anchor}" fill="${colour}"${bold ? ' font-weight="700"' : ''}>${xml(text)}</text>`;
  }
  const { path, fill, stroke, width, dash } = mark;
  const line = stroke
    ? ` stroke="${stroke}" stroke-width="${short(width ?? 1)}" stroke-linejoin="round" stroke-linecap="${dash ? 'butt' : 'round'}"`
    : '';
  return `<path d="${pathData(path)}" fill="${fill ?? 'none'}"${line}${dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''}/>`;
}

const pathData = (path: readonly Segment[]): string =>
  path.map(([op, ...at]) => `${op}${at.map(short).join(' ')}`).join('');

const short = (value: number): string => String(Math.round(value * 100) / 100);
