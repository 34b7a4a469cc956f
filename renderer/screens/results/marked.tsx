import type { ReactNode } from 'react';
import type { SearchMatch } from '../../../shared/protocol/parties.requests.ts';
import { useWords } from '../../app/words.ts';
import { identifierWords } from '../party/fact-words.ts';

/** A text with the parts marked that fit what was typed. */
export function Marked({ text, marks }: { text: string; marks: SearchMatch['marks'] }): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [from, to] of marks.toSorted((a, b) => a[0] - b[0])) {
    if (from < at) continue;
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}

/** The marks that lie in the title itself. */
export const marksOfTitle = (title: string, matched: readonly SearchMatch[]): SearchMatch['marks'] =>
  matched.filter(({ text }) => text === title).flatMap(({ marks }) => marks);

/** 科室 骨科 · 尾号 …0810: what fits beside the title, each with its part marked. */
export function Why({ title, matched }: { title: string; matched: readonly SearchMatch[] }): ReactNode {
  const { t } = useWords();
  const beside = matched.filter(({ text, by }) => text !== title || by === 'sound');
  return beside.map(({ by, text, marks, label }) => (
    <span key={`${by} ${text}`} className="why ell">
      <span className="t3 s12">{by === 'cell' && label ? label : t(`search.why.${by}`)}</span>{' '}
      {text !== title && <Marked text={text} marks={marks} />}
      {label !== null && by !== 'cell' && <span className="t3 s12"> {identifierWords(label, t)}</span>}
    </span>
  ));
}
