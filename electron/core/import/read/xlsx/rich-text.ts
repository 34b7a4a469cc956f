import { localName } from './xml-tags.ts';
import { cellText } from './xml-text.ts';

/** The text of what stands inside <si> or <is>: all its runs joined; how to pronounce it (rPh) is no part of it. */
export function richText(xml: string): string {
  if (xml.charCodeAt(1) === 0x74 && (xml.charCodeAt(2) === 0x3e || xml.charCodeAt(2) === 0x20)) {
    const open = xml.indexOf('>');
    const close = xml.indexOf('<', open);
    if (xml.charCodeAt(open - 1) !== 0x2f && xml.startsWith('</t>', close) && close + 4 === xml.length) {
      return cellText(xml.slice(open + 1, close));
    }
  }
  return joinedRuns(xml);
}

function joinedRuns(xml: string): string {
  let text = '';
  let inText = false;
  let pronounced = 0;
  let at = 0;
  for (;;) {
    const open = xml.indexOf('<', at);
    if (inText && pronounced === 0) text += cellText(xml.slice(at, open < 0 ? xml.length : open));
    if (open < 0) return text;
    if (xml.startsWith('<![CDATA[', open)) {
      const close = endOf(xml, ']]>', open);
      if (inText && pronounced === 0) text += xml.slice(open + 9, close);
      at = close + 3;
      continue;
    }
    if (xml.startsWith('<!--', open)) {
      at = endOf(xml, '-->', open) + 3;
      continue;
    }
    const end = endOf(xml, '>', open);
    const closes = xml.charCodeAt(open + 1) === 0x2f;
    const empty = xml.charCodeAt(end - 1) === 0x2f;
    const name = localName(/^<\/?([^\s/>]*)/.exec(xml.slice(open, Math.min(end, open + 64)))?.[1] ?? '');
    if (name === 't') inText = !closes && !empty;
    else if (name === 'rPh' && !empty) pronounced += closes ? -1 : 1;
    at = end + 1;
  }
}

function endOf(text: string, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from);
  return at < 0 ? text.length : at;
}
