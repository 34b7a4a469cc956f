import { xmlTags } from './xml-tags.ts';
import type { ZipParts } from './zip-parts.ts';

/** What one part of a package says of another: the last word of its type (worksheet, sharedStrings …) and where it lies. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  /** a part of the package, or what it names outside of it */
  readonly target: string;
  readonly external: boolean;
}

/** The relations of a part; '' is the package itself. */
export async function relationsOf(parts: ZipParts, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const text = await parts.text(`${folder}_rels/${part.slice(slash)}.rels`);
  const found: Relation[] = [];
  for (const { name, closes, attributes } of xmlTags(text)) {
    if (name !== 'Relationship' || closes) continue;
    const type = attributes.get('Type') ?? '';
    const target = attributes.get('Target') ?? '';
    const external = attributes.get('TargetMode')?.toLowerCase() === 'external';
    found.push({
      id: attributes.get('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: external ? target : resolvePart(folder, target),
      external,
    });
  }
  return found;
}

/** worksheets/sheet1.xml seen from xl/ → xl/worksheets/sheet1.xml */
function resolvePart(folder: string, target: string): string {
  const plain = target.replaceAll('\\', '/');
  const steps = plain.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of plain.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
