import type { FileNote } from '../../../../../shared/protocol/import.requests.ts';
import { HiddenRanges } from '../xlsx/hidden-ranges.ts';
import { xmlTags } from '../xlsx/xml-tags.ts';
import type { ZipParts } from '../xlsx/zip-parts.ts';
import { fileNote } from './file-note.ts';

/** Only these tags of a document speak of what is listed: cells are passed over. */
const telling =
  /<(?:style:style|style:table-properties|table:table|table:table-row|table:table-column|table:table-source|office:dde-source)(?=[\s>/])(?:[^>"']|"[^"]*"|'[^']*')*>/g;
const formulas = /\bformula="([^"]*(?:DDE\(|#\$?)[^"]*)"/g;

/** What an .ods would run, follow or open, and what of it is hidden: listed from its parts, never done. */
export async function odsNotes(parts: ZipParts): Promise<FileNote[]> {
  if (!parts.has('content.xml')) return [];
  const pieces: Buffer[] = [];
  for await (const piece of parts.chunks('content.xml')) pieces.push(piece);
  const content = Buffer.concat(pieces).toString('utf8');
  const { links, dde } = linkedBy(content);
  const hidden = hiddenIn(content, links, dde);
  return [
    ...fileNote(
      'macros',
      parts.names.filter((name) => /^(basic|scripts)\/.*[^/]$/.test(name) && !/\/script-l[bc]\.xml$/.test(name)),
    ),
    ...fileNote('external-links', [...links]),
    ...fileNote('dde', [...dde]),
    ...fileNote(
      'embedded-objects',
      parts.names.filter((name) => /^object [^/]*$/.test(name)),
    ),
    ...hidden,
  ];
}

/** Other files and programs that formulas name. */
function linkedBy(content: string): { links: Set<string>; dde: Set<string> } {
  const links = new Set<string>();
  const dde = new Set<string>();
  for (const [, formula = ''] of content.matchAll(formulas)) {
    const plain = formula.replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
    for (const [, target = ''] of plain.matchAll(/'((?:file|https?|ftp|smb):[^']+)'#/g)) links.add(target);
    for (const [, service = '', topic = ''] of plain.matchAll(/\bDDE\(\s*"([^"]*)"\s*[;,]\s*"([^"]*)"/g))
      dde.add(`${service}|${topic}`);
  }
  return { links, dde };
}

function hiddenIn(content: string, links: Set<string>, dde: Set<string>): FileNote[] {
  const notes: FileNote[] = [];
  const hiddenStyles = new Set<string>();
  let style = '';
  let sheet: { name: string; rows: HiddenRanges; columns: HiddenRanges; row: number; column: number } | undefined;
  const endSheet = () => {
    for (const note of [sheet?.rows.note('hidden-rows', sheet.name), sheet?.columns.note('hidden-columns', sheet.name)])
      if (note) notes.push(note);
  };
  for (const [tag] of content.matchAll(telling)) {
    const [{ name, attributes } = { name: '', attributes: new Map<string, string>() }] = xmlTags(tag);
    const said = (attribute: string): string => attributes.get(attribute) ?? '';
    const isHidden = said('visibility') === 'collapse' || said('visibility') === 'filter';
    if (name === 'style') style = said('name');
    else if (name === 'table-properties') {
      if (said('display') === 'false') hiddenStyles.add(style);
    } else if (name === 'table-source') {
      if (said('href') !== '') links.add(said('href'));
    } else if (name === 'dde-source') dde.add(`${said('dde-application')}|${said('dde-topic')}`);
    else if (name === 'table') {
      endSheet();
      sheet = { name: said('name'), rows: new HiddenRanges(), columns: new HiddenRanges(), row: 0, column: 0 };
      if (hiddenStyles.has(said('style-name'))) notes.push(...fileNote('hidden-sheet', [sheet.name], sheet.name));
    } else if (name === 'table-row' && sheet) {
      const more = repeated(said('number-rows-repeated'));
      if (isHidden) sheet.rows.add(sheet.row + 1, sheet.row + more);
      sheet.row += more;
    } else if (name === 'table-column' && sheet) {
      const more = repeated(said('number-columns-repeated'));
      if (isHidden) sheet.columns.add(sheet.column + 1, sheet.column + more);
      sheet.column += more;
    }
  }
  endSheet();
  return notes;
}

const repeated = (said: string): number => Math.min(Math.max(1, Number.parseInt(said, 10) || 1), 2 ** 20);
