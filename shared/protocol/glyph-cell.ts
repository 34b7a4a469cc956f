/** The cell in which the window draws one letter for a PDF, in dots: its side, one em, and where the letter begins in it. */
export const glyphCell = { side: 96, em: 72, x: 8, baseline: 72 } as const;
/** one bit for each dot */
export const bytesPerGlyph = (glyphCell.side * glyphCell.side) / 8;
