import type { StylesheetJson } from 'cytoscape';
import type { LineStyle } from '../../shared/ontology/kind.ts';
import { fontUi, type Mode, palette } from '../styles/tokens.ts';

/** Dash patterns of the link kinds; solid and double have none. */
export const dashes: Readonly<Record<LineStyle, readonly number[] | null>> = {
  solid: null,
  double: null,
  'long-dash': [10, 3],
  'dash-dot': [7, 3, 1.5, 3],
  dotted: [2, 3],
  'sparse-dots': [1.5, 5],
  'short-dash': [3, 3],
};

/** What is no money that moved: fainter than payments. */
const faint: ReadonlySet<string> = new Set(['long-dash', 'dash-dot', 'sparse-dots', 'short-dash']);

/**
 * A figure of the element itself. Cytoscape works out anew what is asked for as `data(…)` whenever anything of an element changes, and
 * keeps what a function gives as long as that is the same.
 */
const its = (name: string) => (element: { data(name: string): unknown }) => element.data(name);

/** How the chart draws: sizes in real px, so that labels stay 12 px at zoom 1. Colours only from the tokens. */
export function chartStyle(mode: Mode): StylesheetJson {
  const p = palette[mode];
  const font = { 'font-family': fontUi, 'font-size': 12, 'font-weight': 400 } as const;
  const sheet: Array<{ selector: string; style: Record<string, unknown> }> = [
    {
      selector: 'node',
      style: {
        width: its('size'),
        height: its('size'),
        shape: its('shape'),
        'background-color': its('fill'),
        'background-image': its('images'),
        'background-width': its('widths'),
        'background-height': its('widths'),
        'background-position-x': its('xs'),
        'background-position-y': its('ys'),
        'background-offset-x': its('dxs'),
        'background-offset-y': its('dys'),
        'background-clip': its('clips'),
        'background-image-containment': its('overs'),
        'bounds-expansion': 14,
        'border-width': 0,
        label: its('label'),
        'text-wrap': 'wrap',
        'text-max-width': '130px',
        'text-valign': 'bottom',
        'text-margin-y': 3,
        ...font,
        color: p.text,
        'text-background-color': p.labelBg,
        'text-background-opacity': 0.82,
        'text-background-padding': '1px',
        'line-height': 1.2,
        'z-index': 10,
        'overlay-opacity': 0,
      },
    },
    {
      selector: 'node.ring',
      style: {
        'border-width': 3,
        'border-style': 'double',
        'border-color': p.canvas,
        'outline-width': 2.5,
        'outline-color': its('fill'),
      },
    },
    // ruled out: the shape is faint and struck, its name stays readable
    { selector: 'node.out', style: { 'background-opacity': 0.6, 'background-image-opacity': 0.75, color: p.text3 } },
    // a group folded into one node: another one shows behind it
    {
      selector: 'node.pile',
      style: {
        ghost: 'yes',
        'ghost-offset-x': 5,
        'ghost-offset-y': 5,
        'ghost-opacity': 0.4,
        'border-width': 2,
        'border-color': p.canvas,
      },
    },
    { selector: 'node.inferred', style: { 'border-width': 2, 'border-style': 'dashed', 'border-color': p.text2 } },
    {
      selector: 'node:parent',
      style: {
        shape: 'round-rectangle',
        'background-color': p.groupFill,
        'background-opacity': mode === 'dark' ? 0.05 : 0.035,
        'background-image': 'none',
        'border-width': 1.5,
        'border-style': 'solid',
        'border-color': p.groupFill,
        'border-opacity': mode === 'dark' ? 0.7 : 0.55,
        'text-valign': 'top',
        'text-halign': 'center',
        'text-margin-y': -3,
        'font-weight': 600,
        padding: '12px',
        'corner-radius': 4,
        'z-index': 1,
        ghost: 'no',
      },
    },
    {
      selector: "node:parent[sort = 'dept']",
      style: {
        'background-opacity': 0,
        'border-width': 1,
        'border-style': 'dashed',
        'border-color': p.edge,
        'border-opacity': 1,
        'text-margin-y': 15,
        'font-weight': 400,
        color: p.text2,
        'corner-radius': 3,
        padding: '18px',
      },
    },
    {
      selector: "node:parent[sort = 'hand']",
      style: { 'background-color': p.accent, 'border-color': p.accent, 'border-style': 'dashed' },
    },
    {
      selector: "node:parent[sort = 'type']",
      style: { 'background-color': p.edge, 'border-color': p.edge },
    },
    { selector: 'node.quiet', style: { 'text-opacity': 0, 'text-background-opacity': 0 } },
    {
      selector: 'node.quiet.under, node.quiet:selected',
      style: { 'text-opacity': 1, 'text-background-opacity': 0.82 },
    },
    { selector: 'node.faded', style: { opacity: 0.28 } },
    {
      selector: 'node:selected',
      style: {
        'outline-width': 4,
        'outline-color': p.ring,
        'outline-offset': 2,
        'outline-style': 'solid',
        'text-background-color': p.accent,
        'text-background-opacity': 1,
        'text-background-padding': '2px',
        'text-background-shape': 'roundrectangle',
        color: p.onAccent,
        'z-index': 20,
      },
    },
    {
      // where the arrow keys stand: dashed, so that it differs from the selection by more than colour
      selector: 'node.walked',
      style: {
        'outline-width': 3,
        'outline-color': p.focus,
        'outline-offset': 4,
        'outline-style': 'dashed',
        'z-index': 21,
      },
    },
    {
      selector: 'node.end',
      style: { 'outline-width': 4, 'outline-color': p.accent, 'outline-offset': 2, 'outline-style': 'solid' },
    },
    {
      selector: 'node.text',
      style: {
        shape: 'round-rectangle',
        'corner-radius': 3,
        width: its('wide'),
        height: its('high'),
        'background-color': p.surface,
        'background-image': 'none',
        'border-width': 1,
        'border-color': p.strong,
        'text-valign': 'center',
        'text-halign': 'center',
        'text-margin-y': 0,
        'text-max-width': '216px',
        'text-background-opacity': 0,
        'z-index': 12,
      },
    },
    {
      selector: 'edge',
      style: {
        width: its('width'),
        'line-color': p.edge,
        'target-arrow-color': p.edge,
        'target-arrow-shape': its('arrow'),
        'arrow-scale': 0.9,
        'curve-style': 'bezier',
        'control-point-step-size': 34,
        'loop-direction': '-45deg',
        'loop-sweep': '60deg',
        'target-distance-from-node': 2,
        opacity: 0.9,
        label: its('drawn'),
        'text-margin-x': its('drawnX'),
        'text-margin-y': its('drawnY'),
        'text-wrap': 'wrap',
        'line-height': 1.15,
        ...font,
        color: p.text2,
        'text-background-color': p.labelBg,
        'text-background-opacity': 0.94,
        'text-background-padding': '2px',
        'z-index': 5,
        'overlay-opacity': 0,
      },
    },
    ...Object.entries(dashes).flatMap(([name, pattern]) =>
      pattern
        ? [
            {
              selector: `edge[line = '${name}']`,
              style: {
                'line-style': 'dashed',
                'line-dash-pattern': pattern,
                ...(faint.has(name) ? { 'line-color': p.edgeSoft, 'target-arrow-color': p.edgeSoft } : {}),
              },
            },
          ]
        : [],
    ),
    {
      // two thin lines: the outline of a line in the colour of the canvas
      selector: "edge[line = 'double']",
      style: { 'line-color': p.canvas, 'line-outline-width': 1.2, 'line-outline-color': p.edge, opacity: 1 },
    },
    {
      // after the kinds: what a person typed, or nobody confirmed, is dashed and quiet, and says so in its label
      selector: "edge[stated = 'by hand']",
      style: {
        'line-style': 'dashed',
        'line-dash-pattern': [3, 3],
        'line-color': p.text3,
        'target-arrow-color': p.text3,
        'target-arrow-fill': 'hollow',
      },
    },
    {
      selector: "edge[hot = 'yes']",
      style: { color: p.high, 'font-weight': 600, 'z-index': 6 },
    },
    // a line without a label does not run over one
    { selector: "edge[drawn != '']", style: { 'z-index': 7 } },
    { selector: "edge[drawn != ''][hot = 'yes']", style: { 'z-index': 8 } },
    // a line that would run over the figure of another one runs under it: a digit less is another figure
    { selector: "edge[drawn != ''][crossed = 'yes']", style: { 'z-index': 9 } },
    {
      selector: "edge[hot = 'yes'][line = 'solid']",
      style: { 'line-color': p.text3, 'target-arrow-color': p.text3 },
    },
    { selector: 'edge.faded', style: { opacity: 0.12, 'text-opacity': 0, 'text-background-opacity': 0 } },
    {
      selector: 'edge.way',
      style: { 'line-color': p.accent, 'target-arrow-color': p.accent, opacity: 1, 'z-index': 9 },
    },
    {
      selector: 'edge:selected',
      style: {
        'line-color': p.accent,
        'target-arrow-color': p.accent,
        'text-background-color': p.accent,
        'text-background-opacity': 1,
        'text-background-padding': '3px',
        'text-background-shape': 'roundrectangle',
        color: p.onAccent,
        opacity: 1,
        // its label is read whole, whoever stands in its way
        'z-compound-depth': 'top',
        'underlay-color': p.accent,
        'underlay-opacity': 0.16,
        'underlay-padding': 4,
      },
    },
    { selector: '.hidden, .folded', style: { display: 'none' } },
  ];
  return sheet as unknown as StylesheetJson;
}
