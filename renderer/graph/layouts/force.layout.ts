import cytoscape from 'cytoscape';
import fcose from 'cytoscape-fcose';
import type { Spot } from '../layered.ts';
import { apart } from './apart.ts';
import type { Blocks, Layout } from './layout.ts';
import { spiral } from './spiral.ts';
import { springs } from './springs.ts';

cytoscape.use(fcose);

/** fCoSE places better and takes the square of the time: 0.5 s at this many, 2 s at twice as many. */
const FCOSE_UP_TO = 250;

/** 力导: linked blocks pull each other, all push each other apart. */
export default {
  name: 'force',
  place: (given, progress) =>
    given.blocks.length <= FCOSE_UP_TO ? apart(given, byFcose(given)) : springs(given, progress),
} satisfies Layout;

function byFcose({ blocks, links }: Blocks): Map<string, Spot> {
  const start = spiral(blocks);
  const fixed = blocks.filter((block) => block.fixed).map(({ id, at }) => ({ nodeId: id, position: { ...at } }));
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    elements: [
      ...blocks.map(({ id, width, height }) => ({ data: { id, width, height }, position: { ...start.get(id)! } })),
      ...links.map(({ source, target }, i) => ({ data: { id: `link ${i}`, source, target } })),
    ],
    // somewhat less than with its label: fCoSE keeps a distance of its own
    style: [{ selector: 'node', style: { width: 'data(width)', height: 'data(height)', shape: 'rectangle' } }],
  });
  const options = {
    name: 'fcose',
    animate: false,
    fit: false,
    randomize: false,
    quality: 'default',
    idealEdgeLength: 80,
    nodeRepulsion: 9_000,
    ...(fixed.length > 0 ? { fixedNodeConstraint: fixed } : {}),
  };
  cy.layout(options as cytoscape.LayoutOptions).run();
  const spots = new Map(cy.nodes().map((node) => [node.id(), { ...node.position() }] as const));
  cy.destroy();
  return spots;
}
