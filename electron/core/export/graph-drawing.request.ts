import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { drawSheet } from './chart/draw-sheet.ts';
import { readChart } from './chart/read-chart.ts';
import { isLabel } from './chart/sheet.ts';
import { svgOf } from './chart/svg-of.ts';

/** The drawing of what is on the chart, for the window to turn into dots or letters; it writes nothing. */
export default answerInCase('graph.drawing', (ask, { openCase, shell }) => {
  const sheet = drawSheet(readChart(openCase, { ...ask, at: shell.now() }));
  return ok({
    svg: [...svgOf(sheet)].join(''),
    width: Math.ceil(sheet.width),
    height: Math.ceil(sheet.height),
    // a place holder for what has no picture, and whatever stands in a label
    chars: [...new Set(['□', ...sheet.marks.filter(isLabel).flatMap(({ text }) => [...text])])],
  });
});
