import cytoscape from 'cytoscape';
import { Chart, type ChartListener } from '../../renderer/graph/chart.ts';
import type { GraphLink, GraphNode } from '../../shared/protocol/graph.requests.ts';
import { seeded } from '../make/many-mentions.ts';

/** A page of its own that draws the same picture with the program's chart, or with Cytoscape as people commonly style it. */
declare global {
  interface Window {
    drawChart(which: 'ours' | 'plain', nodes: number, links: number): void;
    /** Takes so many parties off our chart, as taking an expansion back does. */
    takeOff(parties: number): void;
    /** Puts back what was taken off last. */
    putBack(): void;
    /** our chart that was drawn last */
    chart?: Chart;
  }
}

const drawnAs = ['doctor', 'person', 'company', 'cso', 'pharma', 'hospital', 'supplier', 'rep'];
const kinds = ['payment', 'payment', 'employment', 'invoicing', 'attendance'];

function picture(nodeCount: number, linkCount: number) {
  const random = seeded(5);
  const side = Math.ceil(Math.sqrt(nodeCount));
  const at: Record<string, { x: number; y: number }> = {};
  const nodes = Array.from({ length: nodeCount }, (_, i): GraphNode => {
    at[String(i + 1)] = { x: (i % side) * 110 + 40 * random(), y: Math.floor(i / side) * 110 + 40 * random() };
    return {
      id: i + 1,
      kind: 'person',
      name: `主体${i + 1}`,
      drawnAs: drawnAs[i % drawnAs.length]!,
      detail: '',
      inFen: Math.floor(random() * 1e9),
      outFen: Math.floor(random() * 1e9),
      degree: 5,
      findings: i % 40 === 0 ? 1 : 0,
      severity: i % 40 === 0 ? 3 : 0,
      sameName: 0,
      tags: [],
      group: null,
    };
  });
  const links = new Map<string, GraphLink>();
  while (links.size < linkCount) {
    const source = 1 + Math.floor(random() * nodeCount);
    // whom somebody deals with mostly stands near by, as after a layout
    const step = Math.round((random() - 0.5) * 6) + side * Math.round((random() - 0.5) * 6);
    const target = source + step;
    if (target === source || target < 1 || target > nodeCount) continue;
    const kind = kinds[links.size % kinds.length]!;
    const id = `${kind}:${source}:${target}`;
    const fen = kind === 'payment' ? Math.floor(random() ** 3 * 1e9) : null;
    links.set(id, { id, kind, source, target, rows: 3, fen, first: '2024-01-01', last: '2024-12-31', findings: 0 });
  }
  return { nodes, links: [...links.values()], at };
}

let taken: ReturnType<Chart['remove']> | undefined;

window.takeOff = (parties) => {
  taken = window.chart?.remove(window.chart.parties.slice(0, parties));
};

window.putBack = () => {
  if (taken) window.chart?.add(taken.graph, undefined, taken.at);
};

window.drawChart = (which, nodeCount, linkCount) => {
  const { nodes, links, at } = picture(nodeCount, linkCount);
  const box = document.body.appendChild(document.createElement('div'));
  box.style.cssText = 'position:absolute;inset:0';
  if (which === 'ours') {
    const chart = new Chart(box, {
      mode: 'light',
      words: {
        link: ({ rows }) => `${rows}笔`,
        frame: ({ id }) => id,
        inside: String,
        detail: ({ inFen }) => `${Math.round(inFen / 1e6)}万元`,
      },
      // nobody listens
      listener: new Proxy({} as ChartListener, { get: () => () => undefined }),
    });
    chart.setLook({ grouping: 'none', links: 'direction', size: 'amount', cap: { nodes: 10_000, links: 100_000 } });
    chart.add({ nodes, links }, undefined, at);
    chart.fit();
    window.chart = chart;
    return;
  }
  const plain = cytoscape({
    container: box,
    elements: [
      ...nodes.map(({ id, name }) => ({ data: { id: String(id), name }, position: { ...at[String(id)]! } })),
      ...links.map(({ id, source, target }) => ({ data: { id, source: String(source), target: String(target) } })),
    ],
    layout: { name: 'preset' },
    style: [
      { selector: 'node', style: { label: 'data(name)' } },
      { selector: 'edge', style: { 'curve-style': 'bezier', 'target-arrow-shape': 'triangle' } },
    ],
  });
  plain.fit(undefined, 28);
};
