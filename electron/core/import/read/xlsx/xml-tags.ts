import { xmlText } from './xml-text.ts';

/** A tag of a small part, by its name without prefix. */
export interface XmlTag {
  readonly name: string;
  readonly closes: boolean;
  /** By name without prefix; where two share one (r:id beside id), the prefixed one is also under its whole name. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** The tags of a part that is small enough for one string, in order; comments, instructions, declarations and texts are passed over. */
export function* xmlTags(text: string): Generator<XmlTag> {
  let at = text.indexOf('<');
  while (at >= 0) {
    const end = endOfMarkup(text, at);
    if (end < 0) return;
    const first = text.charCodeAt(at + 1);
    if (first !== 0x21 && first !== 0x3f) {
      const closes = first === 0x2f;
      const body = text.slice(at + (closes ? 2 : 1), end);
      const name = /^[^\s/>]*/.exec(body)?.[0] ?? '';
      yield { name: localName(name), closes, attributes: closes ? new Map() : attributesOf(body, name.length) };
    }
    at = text.indexOf('<', end);
  }
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The position of the bracket that ends what begins at `at`; -1 where there is none. */
function endOfMarkup(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return after(text.indexOf('-->', at + 4), 2);
  if (text.startsWith('<![CDATA[', at)) return after(text.indexOf(']]>', at + 9), 2);
  if (text.startsWith('<?', at)) return after(text.indexOf('?>', at + 2), 1);
  let quote = 0;
  let depth = 0;
  for (let i = at + 1; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quote !== 0) quote = c === quote ? 0 : quote;
    else if (c === 0x22 || c === 0x27) quote = c;
    else if (c === 0x5b) depth++;
    else if (c === 0x5d) depth--;
    else if (c === 0x3e && depth <= 0) return i;
  }
  return -1;
}

const after = (at: number, more: number): number => (at < 0 ? -1 : at + more);

function attributesOf(body: string, from: number): Map<string, string> {
  const found = new Map<string, string>();
  let i = from;
  for (;;) {
    while (i < body.length && isSpace(body.charCodeAt(i))) i++;
    const equals = body.indexOf('=', i);
    if (equals < 0) return found;
    const name = body.slice(i, equals).trim();
    let open = equals + 1;
    while (open < body.length && isSpace(body.charCodeAt(open))) open++;
    const quote = body.charAt(open);
    if (quote !== '"' && quote !== "'") return found;
    const close = body.indexOf(quote, open + 1);
    if (close < 0) return found;
    const value = xmlText(body.slice(open + 1, close));
    const local = localName(name);
    if (local !== name) found.set(name, value);
    if (local === name || !found.has(local)) found.set(local, value);
    i = close + 1;
  }
}

const isSpace = (c: number): boolean => c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09;
