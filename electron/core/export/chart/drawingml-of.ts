import type { Segment } from './path.ts';
import { isLabel, type Label, type Shape, type Sheet, textWidth } from './sheet.ts';
import { xml } from './xml-text.ts';

/** English Metric Units in one px: Office measures in them */
const EMU = 9_525;
/** px of the longest side on the sheet; a larger drawing is made smaller as a whole */
const LONGEST = 2_400;
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const SPREADSHEET = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';

/** The drawing as one group of Office shapes that stands at the left below `row` rows: vectors and texts, no picture file, no formula, no link. */
export function* drawingmlOf({ width, height, marks, title }: Sheet, row: number): Iterable<string> {
  const scale = Math.min(1, LONGEST / Math.max(width, height)) * EMU;
  const whole = `cx="${Math.ceil(width * scale)}" cy="${Math.ceil(height * scale)}"`;
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="${SPREADSHEET}" xmlns:a="${MAIN}"><xdr:oneCellAnchor>`;
  yield `<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext ${whole}/>`;
  yield `<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="2" name="${xml(title)}" descr="${xml(title)}"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr>`;
  yield `<xdr:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext ${whole}/><a:chOff x="0" y="0"/><a:chExt ${whole}/></a:xfrm></xdr:grpSpPr>`;
  for (const [i, mark] of marks.entries())
    yield isLabel(mark) ? textBox(mark, i + 3, scale) : freeform(mark, i + 3, scale);
  yield '</xdr:grpSp><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>';
}

const solid = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour.slice(1)}"/></a:solidFill>`;
const frame = (x: number, y: number, w: number, h: number): string =>
  `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${w}" cy="${h}"/></a:xfrm>`;

function freeform({ path, fill, stroke, width = 1, dash }: Shape, id: number, scale: number): string {
  const xs = path.flatMap(([, ...at]) => at.filter((_, i) => i % 2 === 0));
  const ys = path.flatMap(([, ...at]) => at.filter((_, i) => i % 2 === 1));
  const [left, top] = [least(xs), least(ys)];
  const size = (values: readonly number[], from: number) => Math.max(1, Math.round((most(values) - from) * scale));
  const [w, h] = [size(xs, left), size(ys, top)];
  const point = (x: number, y: number) =>
    `<a:pt x="${Math.round((x - left) * scale)}" y="${Math.round((y - top) * scale)}"/>`;
  const dashes = dash
    ? `<a:custDash>${pairs(dash)
        .map(([on, off]) => `<a:ds d="${share(on / width)}" sp="${share(off / width)}"/>`)
        .join('')}</a:custDash>`
    : '';
  const line = stroke
    ? `<a:ln w="${Math.round(width * scale)}" cap="${dash ? 'flat' : 'rnd'}">${solid(stroke)}${dashes}<a:round/></a:ln>`
    : '<a:ln><a:noFill/></a:ln>';
  return [
    `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="${id}" name="${id}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr>`,
    frame(Math.round(left * scale), Math.round(top * scale), w, h),
    '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>',
    `<a:path w="${w}" h="${h}">${path.map((segment) => step(segment, point)).join('')}</a:path></a:pathLst></a:custGeom>`,
    `${fill ? solid(fill) : '<a:noFill/>'}${line}</xdr:spPr></xdr:sp>`,
  ].join('');
}

function step(segment: Segment, point: (x: number, y: number) => string): string {
  const [op, ...at] = segment;
  const points = pairs(at)
    .map(([x, y]) => point(x, y))
    .join('');
  if (op === 'Z') return '<a:close/>';
  const name = { M: 'moveTo', L: 'lnTo', C: 'cubicBezTo' }[op];
  return `<a:${name}>${points}</a:${name}>`;
}

function textBox({ text, x, y, size, anchor, colour, bold }: Label, id: number, scale: number): string {
  // no font is at hand: the box is wide enough for any, and the text stands at the side of it that is known
  const wide = textWidth(text, size) * 1.3 + 8;
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - wide / 2 : x - wide;
  const side = { start: 'l', middle: 'ctr', end: 'r' }[anchor];
  const points = Math.max(100, Math.round(size * 75 * (scale / EMU)));
  return [
    `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="${id}" name="${id}"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr>`,
    frame(
      Math.round(left * scale),
      Math.round((y - size * 1.1) * scale),
      Math.round(wide * scale),
      Math.round(size * 1.4 * scale),
    ),
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></xdr:spPr>',
    '<xdr:txBody><a:bodyPr vertOverflow="overflow" horzOverflow="overflow" wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/>',
    `<a:p><a:pPr algn="${side}"/><a:r><a:rPr lang="zh-CN" sz="${points}" b="${bold ? 1 : 0}">${solid(colour)}`,
    `<a:latin typeface="等线"/><a:ea typeface="等线"/></a:rPr><a:t>${xml(text)}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`,
  ].join('');
}

/** thousandths of a percent of the line's width */
const share = (value: number): number => Math.max(1_000, Math.round(value * 100_000));

const pairs = (values: readonly number[]): Array<[number, number]> =>
  values.flatMap((value, i): Array<[number, number]> => (i % 2 === 0 ? [[value, values[i + 1] ?? value]] : []));

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
