import { CellFormat } from './cell-format.ts';
import { builtinFormat } from './number-formats.ts';
import { xmlTags } from './xml-tags.ts';

/** The formats of a workbook's cell styles, by the index that cells name. */
export function readStyles(styles: string, date1904: boolean): CellFormat[] {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let inCellXfs = false;
  for (const { name, closes, attributes } of xmlTags(styles)) {
    if (name === 'cellXfs') inCellXfs = !closes;
    else if (name === 'numFmt' && !closes) {
      const code = attributes.get('formatCode');
      if (code !== undefined) codes.set(Number(attributes.get('numFmtId')), code);
    } else if (name === 'xf' && inCellXfs && !closes) ids.push(Number(attributes.get('numFmtId') ?? 0));
  }
  const formats = new Map<number, CellFormat>();
  return ids.map((id) => {
    const known = formats.get(id) ?? new CellFormat(codes.get(id) || builtinFormat(id), date1904);
    formats.set(id, known);
    return known;
  });
}
