import type { StylesheetJson } from 'cytoscape';
import type { LineStyle } from '../../shared/ontology/kind.ts';
import { fontUi, type Mode, palette } from '../styles/tokens.ts';

/** Dash patterns of the link kinds; solid has none. */
export const dashes: Readonly<Record<LineStyle, readonly number[] | null>> = {
  solid: null,
  double: null,
  'long-dash': [10, 3],
  'dash-dot': [7, 3, 1.5, 3],
  dotted: [1.5, 3],
  'short-dash': [3, 3],
};

/** How the chart draws: sizes in real px, so that labels stay 12 px at zoom 1. Colours only from the tokens. */
export function chartStyle(mode: Mode): StylesheetJson {
  const p = palette[mode];
  const font = { 'font-family': fontUi, 'font-size': 12, 'font-weight': 400 } as const;
  const sheet: Array<{ selector: string; style: Record<string, unknown> }> = [
    {
      selector: 'node',
      style: {
        width: 'data(size)',
        height: 'data(size)',
        shape: 'data(shape)',
        'background-color': 'data(fill)',
        'background-image': 'data(images)',
        'background-width': 'data(widths)',
        'background-height': 'data(widths)',
        'background-position-x': 'data(xs)',
        'background-position-y': 'data(ys)',
        'background-offset-x': 'data(dxs)',
        'background-offset-y': 'data(dys)',
        'background-clip': 'data(clips)',
        'background-image-containment': 'data(overs)',
        'bounds-expansion': 14,
        'border-width': 0,
        label: 'data(label)',
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
        'outline-color': 'data(fill)',
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
      },
    },
    { selector: 'node.quiet', style: { 'text-opacity': 0, 'text-background-opacity': 0 } },
    { selector: 'node.faded', style: { opacity: 0.28 } },
    {
      selector: 'node:selected',
      style: {
        'outline-width': 4,
        'outline-color': p.ring,
        'outline-offset': 2,
        'outline-style': 'solid',
        'z-index': 20,
      },
    },
    {
      selector: 'node.end',
      style: { 'outline-width': 4, 'outline-color': p.accent, 'outline-offset': 2, 'outline-style': 'solid' },
    },
    {
      selector: 'edge',
      style: {
        width: 'data(width)',
        'line-color': p.edge,
        'target-arrow-color': p.edge,
        'target-arrow-shape': 'data(arrow)',
        'arrow-scale': 0.9,
        'curve-style': 'bezier',
        'target-distance-from-node': 2,
        opacity: 0.9,
        label: 'data(label)',
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
                'line-color': p.edgeSoft,
                'target-arrow-color': p.edgeSoft,
              },
            },
          ]
        : [],
    ),
    {
      // after the kinds: what a person typed, or nobody confirmed, is dashed and quiet, and says so in its label
      selector: 'edge.hand',
      style: {
        'line-style': 'dashed',
        'line-dash-pattern': [3, 3],
        'line-color': p.text3,
        'target-arrow-color': p.text3,
        'target-arrow-fill': 'hollow',
      },
    },
    {
      selector: 'edge.hot',
      style: { color: p.high, 'font-weight': 600, 'line-color': p.text3, 'target-arrow-color': p.text3, 'z-index': 8 },
    },
    { selector: 'edge.faded', style: { opacity: 0.12, 'text-opacity': 0, 'text-background-opacity': 0 } },
    {
      selector: 'edge.way',
      style: { 'line-color': p.accent, 'target-arrow-color': p.accent, opacity: 1, 'z-index': 8 },
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
        'z-index': 9,
        'underlay-color': p.accent,
        'underlay-opacity': 0.16,
        'underlay-padding': 4,
      },
    },
    { selector: '.gone, .hidden, .inside', style: { display: 'none' } },
  ];
  return sheet as unknown as StylesheetJson;
}
