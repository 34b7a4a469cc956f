const LONGEST = 32_767; // Excel's own limit for one cell

/**
 * Text as a workbook may hold it: no control characters, no half surrogates, `_x0041_` escaped so that it does not come back as "A",
 * too long texts cut with a visible mark. It is always written as text with format @, so that = + - @ at its start stay text.
 */
export function cellText(text: string, cutMark: string): string {
  const clean = text
    // XML 1.0 cannot carry these
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x');
  return clean.length <= LONGEST ? clean : clean.slice(0, LONGEST - cutMark.length).toWellFormed() + cutMark;
}
