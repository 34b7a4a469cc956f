/**
 * Small SVG pictures drawn on nodes. Cytoscape scales them, so they are drawn at twice their size; it also goes through their addresses
 * letter by letter whenever a node changes, so that these are short. They live as long as the page: there are a few hundred at most.
 */
const addresses = new Map<string, string>();

function uri(svg: string): string {
  const address = addresses.get(svg) ?? URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  addresses.set(svg, address);
  return address;
}

/** The glyph of a kind, `paths` in a 24 × 24 box. */
export const glyphImage = (paths: readonly string[], ink: string): string =>
  uri(
    `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 24 24" fill="none" stroke="${ink}" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">${paths.map((d) => `<path d="${d}"/>`).join('')}</svg>`,
  );

/** The number of findings that stand on a party. */
export const badgeImage = (n: number, fill: string): string =>
  uri(
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9" fill="${fill}" stroke="#fff" stroke-width="1.5"/><text x="10" y="14" font-family="Arial,sans-serif" font-size="${n > 9 ? 9.5 : 11.5}" font-weight="700" fill="#fff" text-anchor="middle">${n > 99 ? '99' : n}</text></svg>`,
  );

/** +n: neighbours that are not on the chart. */
export const moreImage = (n: number, ink: string, ground: string): string =>
  uri(
    `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="36" viewBox="0 0 30 18"><rect x="1" y="1" width="28" height="16" rx="8" fill="${ground}" stroke="${ink}" stroke-width="1.2"/><text x="15" y="13" font-family="Arial,sans-serif" font-size="10" font-weight="700" fill="${ink}" text-anchor="middle">+${n > 999 ? '1k' : n}</text></svg>`,
  );

export const pinImage = (ink: string, ground: string): string =>
  uri(
    `<svg xmlns="http://www.w3.org/2000/svg" width="36" height="36" viewBox="-3 -3 30 30"><circle cx="12" cy="12" r="14" fill="${ground}"/><g fill="none" stroke="${ink}" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"><path d="M15 4.5l-4 4l-4 1.5l-1.5 1.5l7 7l1.5 -1.5l1.5 -4l4 -4"/><path d="M9 15l-4.5 4.5"/><path d="M14.5 4l5.5 5.5"/></g></svg>`,
  );

/** 备注: somebody noted something about it. */
export const noteImage = (ink: string, ground: string): string =>
  uri(
    `<svg xmlns="http://www.w3.org/2000/svg" width="36" height="36" viewBox="-3 -3 30 30"><path d="M2 3h20v14h-11l-5 5v-5h-4z" fill="${ground}" stroke="${ink}" stroke-width="2.2" stroke-linejoin="round"/><path d="M7 8h10M7 12h7" stroke="${ink}" stroke-width="2" stroke-linecap="round"/></svg>`,
  );

/** 手工: a person typed it. */
export const handImage = (ink: string, ground: string): string =>
  uri(
    `<svg xmlns="http://www.w3.org/2000/svg" width="36" height="36" viewBox="-3 -3 30 30"><rect x="-2" y="-2" width="28" height="28" rx="5" fill="${ground}" stroke="${ink}" stroke-width="1.6" stroke-dasharray="4 3"/><path d="M4 20h4l10.5 -10.5a2.828 2.828 0 1 0 -4 -4l-10.5 10.5v4" fill="none" stroke="${ink}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/></svg>`,
  );

/** 同名×n: so many parties of the case bear this name. */
export const namesakeImage = (n: number, ink: string, ground: string): string =>
  uri(
    `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="36" viewBox="0 0 32 18"><rect x="1" y="1" width="30" height="16" rx="3" fill="${ground}" stroke="${ink}" stroke-width="1.2"/><g fill="none" stroke="${ink}" stroke-width="1.3"><circle cx="7" cy="6.4" r="2"/><path d="M3.600 13.500c0-4.600 6.800-4.600 6.800 0"/><path d="M9.600 4.700a2 2 0 1 1 1.100 3.600M12 9.900c1.800.3 2.600 1.600 2.600 3.600"/></g><text x="23" y="13" font-family="Arial,sans-serif" font-size="10" font-weight="700" fill="${ink}" text-anchor="middle">${n > 99 ? '99' : n}</text></svg>`,
  );

/** 已排除: a bar across the shape. */
export const strikeImage = (ink: string, ground: string): string =>
  uri(
    `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 32 32"><path d="M4 28L28 4" stroke="${ground}" stroke-width="5"/><path d="M4 28L28 4" stroke="${ink}" stroke-width="2.2"/></svg>`,
  );
