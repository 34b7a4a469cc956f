import type { ReactNode } from 'react';
import { families } from '../../shared/ontology/families.ts';
import { glyphs } from '../../shared/ontology/glyphs.ts';
import { partyKind } from '../../shared/ontology/index.ts';
import type { NodeShape } from '../../shared/ontology/kind.ts';
import { useSettings } from '../app/settings.ts';
import { inLang, useWords } from '../app/words.ts';
import type { Mode } from '../styles/tokens.ts';

/** Outlines in a 32 × 32 box; the chart draws the same shapes by their names. */
const outlines: Readonly<Record<NodeShape, string>> = {
  ellipse: 'M16 1a15 15 0 1 0 0 30a15 15 0 1 0 0-30z',
  'round-rectangle': 'M6.5 3h19a5 5 0 0 1 5 5v16a5 5 0 0 1-5 5h-19a5 5 0 0 1-5-5v-16a5 5 0 0 1 5-5z',
  rectangle: 'M2 4h28v24h-28z',
  'cut-rectangle': 'M7 2.5h18l5.5 5.5v16l-5.5 5.5h-18l-5.5-5.5v-16z',
  barrel: 'M3 6c0-2 6-3.5 13-3.5s13 1.5 13 3.500v20c0 2-6 3.5-13 3.5s-13-1.5-13-3.5z',
  octagon: 'M10 1.5h12l8.5 8.5v12l-8.5 8.5h-12l-8.5-8.5v-12z',
  hexagon: 'M8.5 2h15l7.5 14l-7.5 14h-15l-7.5-14z',
  'round-hexagon': 'M9 2.500h14l7.500 13.500l-7.500 13.500h-14l-7.500-13.500z',
  diamond: 'M16 .5l15.5 15.5l-15.5 15.5l-15.5-15.5z',
  pentagon: 'M16 1l15 11l-5.5 18h-19l-5.5-18z',
  tag: 'M2 4h20l9 12l-9 12h-20z',
  vee: 'M1 1l15 8l15-8l-15 30z',
  triangle: 'M16 1l15 29h-30z',
};

/** Colours of a kind: fill by family, glyph white or dark so that it stands out. */
export function marking(
  drawnAs: string,
  mode: Mode,
): { fill: string; ink: string; shape: NodeShape; glyph: readonly string[] } {
  const kind = partyKind(drawnAs) ?? partyKind('org');
  if (!kind) throw new Error('the ontology has no kind org');
  const family = families[kind.family];
  return {
    fill: family[mode],
    ink: mode === 'dark' ? family.glyphOnDark : '#FFFFFF',
    shape: kind.shape,
    glyph: glyphs[kind.glyph],
  };
}

/** The mark of a party: colour, shape and glyph together. `drawnAs` is an id of shared/ontology. */
export function Mark({ drawnAs, size = 18 }: { drawnAs: string; size?: number }) {
  const mode = useSettings((store) => store.mode);
  const { lang } = useWords();
  const { fill, ink, shape, glyph } = marking(drawnAs, mode);
  const words = partyKind(drawnAs)?.words;
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 32 32"
      role="img"
      aria-label={words ? inLang(words, lang) : drawnAs}
    >
      <path d={outlines[shape]} fill={fill} />
      <g
        transform="translate(6 6) scale(.833)"
        fill="none"
        stroke={ink}
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {glyph.map((path) => (
          <path key={path} d={path} />
        ))}
      </g>
    </svg>
  );
}

/** A party by mark and name. */
export function Entity({
  drawnAs,
  strong = false,
  size = 18,
  children,
}: {
  drawnAs: string;
  strong?: boolean;
  size?: number;
  children: ReactNode;
}) {
  return (
    <span className={strong ? 'ent b' : 'ent'}>
      <Mark drawnAs={drawnAs} size={size} />
      <span>{children}</span>
    </span>
  );
}
