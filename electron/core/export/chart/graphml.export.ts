import type { ChartExport } from './chart-data.ts';
import { type Column, linkColumns, partyColumns } from './columns.ts';
import { placeByParty } from './place-by-party.ts';
import { stamp } from './stamp.ts';
import { xml } from './xml-text.ts';

/**
 * GraphML 1.0 (http://graphml.graphdrawing.org), for yEd, Gephi, Cytoscape, networkx. Links without a direction are written as directed ones with
 * has_direction = false: readers refuse a file that mixes both.
 */
export default {
  format: 'graphml',
  *write(data) {
    const places = placeByParty(data.places);
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
    yield '<key id="about" for="graph" attr.name="about" attr.type="string"/>\n';
    yield '<key id="label" for="node" attr.name="label" attr.type="string"/>\n';
    yield '<key id="x" for="node" attr.name="x" attr.type="double"/>\n<key id="y" for="node" attr.name="y" attr.type="double"/>\n';
    yield* keys('node', partyColumns);
    yield* keys('edge', linkColumns);
    yield `<graph id="chart" edgedefault="directed">\n<data key="about">${xml(stamp(data).join('\n'))}</data>\n`;
    for (const party of data.parties) {
      const place = places.get(party.id);
      yield `<node id="n${party.id}"><data key="label">${xml(party.name)}</data>`;
      if (place) yield `<data key="x">${place.x.toFixed(1)}</data><data key="y">${place.y.toFixed(1)}</data>`;
      yield `${values('node', partyColumns, party)}</node>\n`;
    }
    for (const link of data.links)
      yield `<edge id="${xml(link.id)}" source="n${link.source}" target="n${link.target}">${values('edge', linkColumns, link)}</edge>\n`;
    yield '</graph>\n</graphml>\n';
  },
} satisfies ChartExport;

function* keys<T>(of: 'node' | 'edge', columns: ReadonlyArray<Column<T>>): Iterable<string> {
  for (const { name, type } of columns)
    yield `<key id="${of}_${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`;
}

const values = <T>(of: 'node' | 'edge', columns: ReadonlyArray<Column<T>>, item: T): string =>
  columns
    .map((column) => ({ column, value: column.value(item) }))
    .filter(({ value }) => value !== null && value !== '')
    .map(({ column, value }) => `<data key="${of}_${column.name}">${xml(String(value))}</data>`)
    .join('');
