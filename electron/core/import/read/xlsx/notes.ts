import type { FileNote } from '../../../../../shared/protocol/import.requests.ts';
import { fileNote } from '../notes/file-note.ts';
import { relationsOf } from './relations.ts';
import type { WorkbookParts } from './workbook-parts.ts';
import { xmlTags } from './xml-tags.ts';
import type { ZipParts } from './zip-parts.ts';

/** What a workbook would run, follow or open, and which of its sheets are hidden: listed, never done. */
export async function readNotes(
  parts: ZipParts,
  about: Pick<WorkbookParts, 'relations' | 'sheets'>,
): Promise<FileNote[]> {
  const notes: FileNote[] = [];
  const add = (...said: Parameters<typeof fileNote>) => notes.push(...fileNote(...said));
  const macroSheets = about.sheets.filter(({ type }) => /macrosheet/i.test(type)).map(({ name }) => name);
  add('macros', [...parts.names.filter((name) => /(^|\/)vbaproject\.bin$/.test(name)), ...macroSheets]);
  const links = await externalLinks(parts, about);
  add('external-links', links.targets);
  add('dde', links.dde);
  add(
    'embedded-objects',
    parts.names.filter((name) => /(^|\/)(embeddings|activex)\/[^/]+$/.test(name)),
  );
  add('data-connections', await connections(parts));
  for (const { name, visibility } of about.sheets) {
    if (visibility !== 'visible') add(visibility === 'hidden' ? 'hidden-sheet' : 'very-hidden-sheet', [name], name);
  }
  return notes;
}

async function externalLinks(
  parts: ZipParts,
  about: Pick<WorkbookParts, 'relations'>,
): Promise<{ targets: string[]; dde: string[] }> {
  const targets: string[] = [];
  const dde: string[] = [];
  for (const { type, target } of about.relations) {
    if (type !== 'externalLink' || !parts.has(target)) continue;
    for (const relation of await relationsOf(parts, target)) if (relation.external) targets.push(relation.target);
    for (const { name, closes, attributes } of xmlTags(await parts.text(target))) {
      if (name === 'ddeLink' && !closes)
        dde.push(`${attributes.get('ddeService') ?? ''}|${attributes.get('ddeTopic') ?? ''}`);
    }
  }
  return { targets, dde };
}

async function connections(parts: ZipParts): Promise<string[]> {
  const part = parts.names.find((name) => name.endsWith('/connections.xml'));
  if (part === undefined) return [];
  const names: string[] = [];
  for (const { name, closes, attributes } of xmlTags(await parts.text(part))) {
    if (name === 'connection' && !closes) names.push(attributes.get('name') ?? '');
  }
  return names;
}
