import { embedGlyphs, type FontUse, type GlyphSheet, stream } from './glyph-font.ts';
import type { Segment } from './path.ts';
import { isLabel, type Label, type Shape, type Sheet } from './sheet.ts';

/** px to points, and the longest side that readers of PDF 1.4 take */
const POINT = 0.75;
const LONGEST = 14_400;

/** The drawing as a PDF of one page: lines and areas as vectors, letters from `glyphs`, searchable. Nothing in it runs or leads elsewhere. */
export function pdfOf(sheet: Sheet, glyphs: GlyphSheet, at: Date): Uint8Array {
  const scale = Math.min(POINT, LONGEST / Math.max(sheet.width, sheet.height));
  const file = new PdfFile();
  const fonts = embedGlyphs(glyphs, file);
  const content = [
    // y points downwards in the drawing
    `${num(scale)} 0 0 ${num(-scale)} 0 ${num(sheet.height * scale)} cm 1 j`,
    ...sheet.marks.map((mark) => (isLabel(mark) ? labelCode(mark, fonts) : shapeCode(mark))),
  ].join('\n');
  const contents = file.add(stream(Buffer.from(content, 'latin1')));
  const named = [...fonts.fonts].map(([name, number]) => `/${name} ${number} 0 R`).join(' ');
  const pages = file.reserve();
  const page = file.add(
    `<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 ${num(sheet.width * scale)} ${num(sheet.height * scale)}] /Resources << /Font << ${named} >> >> /Contents ${contents} 0 R >>`,
  );
  file.set(pages, `<< /Type /Pages /Kids [${page} 0 R] /Count 1 >>`);
  const catalog = file.add(`<< /Type /Catalog /Pages ${pages} 0 R /Lang (zh-CN) >>`);
  const day = at.toISOString().replace(/[-:T]/g, '').slice(0, 14);
  const info = file.add(`<< /Title <feff${utf16(sheet.title)}> /Producer (Qingyuan) /CreationDate (D:${day}Z) >>`);
  return file.bytes(catalog, info);
}

const num = (value: number): string => String(Math.round(value * 1000) / 1000);
const utf16 = (text: string): string => Buffer.from(text.toWellFormed(), 'utf16le').swap16().toString('hex');

function colour(hex: string): string {
  return [1, 3, 5].map((at) => num(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ');
}

const operators = { M: 'm', L: 'l', C: 'c', Z: 'h' } as const;
const pathCode = (path: readonly Segment[]): string =>
  path.map(([op, ...at]) => `${at.map(num).join(' ')} ${operators[op]}`).join(' ');

function shapeCode({ path, fill, stroke, width, dash }: Shape): string {
  const paint = fill && stroke ? 'B' : fill ? 'f' : 'S';
  return [
    ...(fill ? [`${colour(fill)} rg`] : []),
    ...(stroke ? [`${colour(stroke)} RG ${num(width ?? 1)} w ${dash ? 0 : 1} J [${(dash ?? []).join(' ')}] 0 d`] : []),
    `${pathCode(path)} ${paint}`,
  ].join(' ');
}

function labelCode({ text, x, y, size, anchor, colour: ink, bold }: Label, fonts: FontUse): string {
  const letters = [...text].flatMap((char) => fonts.code(char) ?? fonts.code('□') ?? []);
  const width = letters.reduce((sum, { advance }) => sum + advance, 0) * size;
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  const shown: string[] = [];
  let font = '';
  let run = '';
  const flush = () => {
    if (run !== '') shown.push(`/${font} ${num(size)} Tf <${run}> Tj`);
    run = '';
  };
  for (const letter of letters) {
    if (letter.font !== font) flush();
    font = letter.font;
    run += letter.code.toString(16).padStart(2, '0');
  }
  flush();
  // the page is upside down, so the letters are turned back; bold is the same letters twice, a little apart
  const once = (dx: number) => `BT 1 0 0 -1 ${num(left + dx)} ${num(y)} Tm ${shown.join(' ')} ET`;
  const again = bold ? ` /Artifact BMC ${once(size * 0.035)} EMC` : '';
  return `${colour(ink)} rg ${once(0)}${again}`;
}

/** The objects of a file in the order of their numbers, and the table of where they stand. */
class PdfFile {
  readonly #objects: Array<string | Uint8Array> = [];

  add(body: string | Uint8Array): number {
    return this.#objects.push(body);
  }
  /** A number for an object that is set later. */
  reserve(): number {
    return this.add('null');
  }
  set(number: number, body: string): void {
    this.#objects[number - 1] = body;
  }

  bytes(catalog: number, info: number): Uint8Array {
    const parts: Uint8Array[] = [];
    let length = 0;
    const put = (part: string | Uint8Array) => {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
      parts.push(bytes);
      length += bytes.length;
    };
    put('%PDF-1.4\n');
    put(Buffer.from([0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a])); // says that the file is binary
    const places = this.#objects.map((body, i) => {
      const at = length;
      put(`${i + 1} 0 obj\n`);
      put(body);
      put('\nendobj\n');
      return at;
    });
    const table = length;
    put(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n`);
    for (const place of places) put(`${String(place).padStart(10, '0')} 00000 n \n`);
    put(
      `trailer\n<< /Size ${places.length + 1} /Root ${catalog} 0 R /Info ${info} 0 R >>\nstartxref\n${table}\n%%EOF\n`,
    );
    return Buffer.concat(parts);
  }
}
