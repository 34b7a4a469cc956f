/** Text as XML 1.0 may hold it, for content and attributes: what it cannot carry at all is left out. */
export const xml = (text: string | number): string =>
  String(text)
    .toWellFormed()
    // XML 1.0 has no way to write these
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"'\t\r\n]/g, (char) => escapes[char]!);

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\r': '&#13;',
  '\n': '&#10;',
};
