import { linkKind } from '../../../../shared/ontology/index.ts';
import type { ChartData } from './chart-data.ts';
import { moneyWidth, strokesOf } from './link-marks.ts';
import { findingsBadge, nodeMarks, SOFT_INK } from './node-marks.ts';
import { type Mark, textWidth } from './sheet.ts';
import { fileWords } from './stamp.ts';

const ROW = 26;
const SIZE = 12;

interface Entry {
  readonly text: string;
  /** of its sign, which is drawn before the text */
  readonly width: number;
  sign(x: number, y: number): Mark[];
}

/** The legend in rows: the types with how many of each there are, the kinds of link, the scale of widths, the badges. */
export function legendMarks(
  data: ChartData,
  left: number,
  top: number,
  width: number,
): { marks: Mark[]; bottom: number } {
  const words = fileWords(data.lang);
  const rows = [typeEntries(data), kindEntries(data), [...scaleEntries(data), badgeEntry(words.badge)]];
  const marks: Mark[] = [
    {
      path: [
        ['M', left, top - 18],
        ['L', left + width, top - 18],
      ],
      stroke: '#D3D9E1',
      width: 1,
    },
  ];
  let y = top;
  for (const row of rows.filter((entries) => entries.length > 0)) {
    let x = left;
    for (const { text, width: sign, sign: draw } of row) {
      const wide = sign + 6 + textWidth(text, SIZE) + 18;
      if (x > left && x + wide > left + width) {
        x = left;
        y += ROW;
      }
      marks.push(...draw(x, y), { text, x: x + sign + 6, y: y + 4, size: SIZE, anchor: 'start', colour: SOFT_INK });
      x += wide;
    }
    y += ROW;
  }
  return { marks, bottom: y };
}

function typeEntries({ parties }: ChartData): Entry[] {
  return [...Map.groupBy(parties, ({ drawnAs }) => drawnAs)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([drawnAs, same]) => ({
      text: `${same[0]!.kindWord} ${same.length}`,
      width: 20,
      sign: (x, y) => nodeMarks(drawnAs, x + 10, y, 18),
    }));
}

function kindEntries({ links }: ChartData): Entry[] {
  return [...Map.groupBy(links, ({ kindWord }) => kindWord)].map(([word, same]) => {
    const { kind, guess } = same[0]!;
    return {
      text: `${word} ${same.length}`,
      width: 26,
      sign: (x, y) =>
        strokesOf(
          [
            ['M', x, y],
            ['L', x + 26, y],
          ],
          linkKind(kind)?.money ? 3 : 1.5,
          kind,
          guess,
        ),
    };
  });
}

/** fen beside the words of the scale */
const SCALE = { s1: 1_000_000, s2: 10_000_000, s3: 100_000_000, s4: 1_000_000_000 } as const;

function scaleEntries({ lang, links }: ChartData): Entry[] {
  if (!links.some(({ money }) => money !== null)) return [];
  const words = fileWords(lang).scale;
  return (['s1', 's2', 's3', 's4'] as const).map((step) => ({
    text: words[step],
    width: 26,
    sign: (x, y) => [
      {
        path: [
          ['M', x, y],
          ['L', x + 26, y],
        ],
        stroke: SOFT_INK,
        width: moneyWidth(SCALE[step]),
      },
    ],
  }));
}

const badgeEntry = (text: string): Entry => ({ text, width: 18, sign: (x, y) => findingsBadge(1, x + 9, y) });
