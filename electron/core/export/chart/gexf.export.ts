import { families } from '../../../../shared/ontology/families.ts';
import { partyKind } from '../../../../shared/ontology/index.ts';
import type { ChartExport } from './chart-data.ts';
import { type Column, type ColumnType, linkColumns, partyColumns } from './columns.ts';
import { placeByParty } from './place-by-party.ts';
import { stamp } from './stamp.ts';
import { xml } from './xml-text.ts';

/** GEXF 1.2 (http://gexf.net) with colours and, for what is drawn, places. The weight of a link is its number of rows: amounts of different kinds are not one measure. */
export default {
  format: 'gexf',
  *write(data) {
    const places = placeByParty(data.places);
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">\n';
    yield `<meta lastmodifieddate="${data.at.toISOString().slice(0, 10)}"><creator>Qingyuan</creator><description>${xml(stamp(data).join('\n'))}</description></meta>\n`;
    yield '<graph mode="static" defaultedgetype="directed">\n';
    yield* attributes('node', partyColumns);
    yield* attributes('edge', linkColumns);
    yield `<nodes count="${data.parties.length}">\n`;
    for (const party of data.parties) {
      const place = places.get(party.id);
      const [r, g, b] = colourOf(party.drawnAs);
      yield `<node id="${party.id}" label="${xml(party.name)}">${values(partyColumns, party)}<viz:color r="${r}" g="${g}" b="${b}"/>`;
      // y points upwards in Gephi
      if (place) yield `<viz:position x="${place.x.toFixed(1)}" y="${(-place.y).toFixed(1)}" z="0.0"/>`;
      yield '</node>\n';
    }
    yield `</nodes>\n<edges count="${data.links.length}">\n`;
    for (const link of data.links)
      yield `<edge id="${xml(link.id)}" source="${link.source}" target="${link.target}" label="${xml(link.kindWord)}" weight="${link.rows}">${values(linkColumns, link)}</edge>\n`;
    yield '</edges>\n</graph>\n</gexf>\n';
  },
} satisfies ChartExport;

const types: Readonly<Record<ColumnType, string>> = {
  string: 'string',
  long: 'long',
  double: 'double',
  boolean: 'boolean',
};

function* attributes<T>(of: 'node' | 'edge', columns: ReadonlyArray<Column<T>>): Iterable<string> {
  yield `<attributes class="${of}">\n`;
  for (const [i, { name, type }] of columns.entries())
    yield `<attribute id="${i}" title="${name}" type="${types[type]}"/>\n`;
  yield '</attributes>\n';
}

const values = <T>(columns: ReadonlyArray<Column<T>>, item: T): string =>
  `<attvalues>${columns
    .map(({ value }, i) => ({ i, value: value(item) }))
    .filter(({ value }) => value !== null && value !== '')
    .map(({ i, value }) => `<attvalue for="${i}" value="${xml(String(value))}"/>`)
    .join('')}</attvalues>`;

function colourOf(drawn: string): [number, number, number] {
  const family = partyKind(drawn)?.family;
  const hex = family ? families[family].light : '#888888';
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
}
