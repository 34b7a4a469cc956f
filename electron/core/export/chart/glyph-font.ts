import { deflateSync } from 'node:zlib';
import { bytesPerGlyph, glyphCell } from '../../../../shared/protocol/glyph-cell.ts';

/**
 * The letters of one drawing as pictures of one bit per dot, drawn by whoever has fonts. `bits` holds for each character the rows
 * of its cell (1 = ink), most significant bit first; `advances` are in dots.
 */
export interface GlyphSheet {
  readonly chars: readonly string[];
  readonly advances: readonly number[];
  readonly bits: Uint8Array;
}

const { side: CELL, em: EM } = glyphCell;
const ORIGIN = { x: glyphCell.x, baseline: glyphCell.baseline };

/** codes of one Type 3 font; 0 is left out, some readers take it for the end */
const CODES = 250;

export interface PdfObjects {
  /** takes the body of an object and gives its number */
  add(body: string | Uint8Array): number;
}

/** Which font and code stands for a character, and how wide it is in em. */
export interface FontUse {
  readonly fonts: ReadonlyMap<string, number>;
  code(char: string): { readonly font: string; readonly code: number; readonly advance: number } | undefined;
}

/**
 * Type 3 fonts made of the pictures: every reader shows the same letters whatever fonts it has, and a table to Unicode lets them be searched and
 * copied. Outlines would be finer, but a font of all 汉字 is no part of this program.
 */
export function embedGlyphs({ chars, advances, bits }: GlyphSheet, objects: PdfObjects): FontUse {
  const fonts = new Map<string, number>();
  const codes = new Map<string, { font: string; code: number; advance: number }>();
  for (let from = 0; from < chars.length; from += CODES) {
    const part = chars.slice(from, from + CODES);
    const name = `G${fonts.size}`;
    const programs = part.map((_, i) => {
      const at = from + i;
      return objects.add(glyphProgram(advances[at]!, bits.subarray(at * bytesPerGlyph, (at + 1) * bytesPerGlyph)));
    });
    for (const [i, char] of part.entries())
      codes.set(char, { font: name, code: i + 1, advance: advances[from + i]! / EM });
    const names = part.map((_, i) => `/g${i + 1}`);
    fonts.set(
      name,
      objects.add(
        [
          '<< /Type /Font /Subtype /Type3',
          `/FontBBox [${-ORIGIN.x} ${ORIGIN.baseline - CELL} ${CELL - ORIGIN.x} ${ORIGIN.baseline}] /FontMatrix [${1 / EM} 0 0 ${1 / EM} 0 0]`,
          `/CharProcs << ${names.map((glyph, i) => `${glyph} ${programs[i]} 0 R`).join(' ')} >>`,
          `/Encoding << /Type /Encoding /Differences [1 ${names.join(' ')}] >>`,
          `/FirstChar 1 /LastChar ${part.length} /Widths [${part.map((_, i) => advances[from + i]).join(' ')}]`,
          `/Resources << >> /ToUnicode ${objects.add(stream(Buffer.from(toUnicode(part), 'latin1')))} 0 R >>`,
        ].join('\n'),
      ),
    );
  }
  return { fonts, code: (char) => codes.get(char) };
}

function glyphProgram(advance: number, bits: Uint8Array): Uint8Array {
  const head = `${advance} 0 ${-ORIGIN.x} ${ORIGIN.baseline - CELL} ${CELL - ORIGIN.x} ${ORIGIN.baseline} d1\n`;
  if (bits.every((byte) => byte === 0)) return stream(Buffer.from(head, 'latin1'));
  const image = [
    `q ${CELL} 0 0 ${CELL} ${-ORIGIN.x} ${ORIGIN.baseline - CELL} cm`,
    // of a mask 0 is painted; /D turns that round
    `BI /IM true /W ${CELL} /H ${CELL} /BPC 1 /D [1 0] /I true /F /AHx ID`,
    `${Buffer.from(bits).toString('hex')}>`,
    'EI Q',
  ];
  return stream(Buffer.from(`${head}${image.join('\n')}\n`, 'latin1'));
}

function toUnicode(chars: readonly string[]): string {
  const hex = (char: string) => Buffer.from(char, 'utf16le').swap16().toString('hex');
  const lines = chars.map((char, i) => `<${(i + 1).toString(16).padStart(2, '0')}> <${hex(char)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Letters def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
${blocks.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`;
}

/** A stream object, deflated. */
export function stream(content: Uint8Array): Uint8Array {
  const packed = deflateSync(content);
  return Buffer.concat([
    Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`, 'latin1'),
    packed,
    Buffer.from('\nendstream', 'latin1'),
  ]);
}
