import { IconCheck, IconHelp, IconMinus, IconX } from '@tabler/icons-react';
import type { ConferenceCheck } from '../../../shared/protocol/findings.requests.ts';
import { useWords } from '../../app/words.ts';

export type Result = ConferenceCheck['result'];
export const results = ['genuine', 'doubtful', 'sham', 'unverified'] as const satisfies Result[];

/** 真实 carries as much weight as 虚假: the same chip, glyph and place for each. */
const tone = { genuine: 'ok', doubtful: 'mid', sham: 'high', unverified: '' } as const satisfies Record<Result, string>;
const glyph = { genuine: IconCheck, doubtful: IconHelp, sham: IconX, unverified: IconMinus } as const;

export function ResultChip({ result }: { result: Result }) {
  const { t } = useWords();
  return <span className={`chip ${tone[result]}`}>{t(`conference.results.${result}`)}</span>;
}

/** The result at the head of a conference, with the tally it rests on. */
export function ResultPanel({ check }: { check: Pick<ConferenceCheck, 'result' | 'yes' | 'known' | 'elements'> }) {
  const { t } = useWords();
  const Glyph = glyph[check.result];
  return (
    <div className={`verdict ${tone[check.result]}`} role="status">
      <Glyph size={26} stroke={2.2} aria-hidden />
      <div>
        <div className="b s20">{t(`conference.results.${check.result}`)}</div>
        <div className="s12 t2">
          {t('conference.tally', {
            yes: check.yes,
            no: check.known - check.yes,
            unknown: check.elements.length - check.known,
          })}
        </div>
      </div>
    </div>
  );
}

type Answer3 = ConferenceCheck['elements'][number]['answer'];

/** 符合 · 不符 · 不明, as glyph, word and colour. */
export function AnswerMark({ answer }: { answer: Answer3 }) {
  const { t } = useWords();
  const word = t(`conference.answers.${answer}`);
  switch (answer) {
    case 'yes':
      return (
        <span className="row g6 tone-ok">
          <IconCheck size={16} stroke={2.2} aria-hidden />
          {word}
        </span>
      );
    case 'no':
      return (
        <span className="row g6 tone-high">
          <IconX size={16} stroke={2.2} aria-hidden />
          {word}
        </span>
      );
    case 'unknown':
      return (
        <span className="row g6 tone-mid">
          <IconHelp size={16} stroke={1.8} aria-hidden />
          {word}
        </span>
      );
  }
}
