import { tidy } from '../../../shared/evidence/text.ts';
import type { MentionDraft } from './mention.ts';
import { thingMention } from './thing-mention.ts';

interface Lead {
  readonly no: string | undefined;
  readonly source: string;
  readonly day: string;
  readonly content: string;
}

const LONGEST_NAME = 24;
const isLineNumber = (no: string): boolean => /^\d{1,3}$/.test(no);

/** The lead of a row. A number settles it within its own channel only; a lead without one is its day, channel and words. */
export function clueMention({ no, source, day, content }: Lead): MentionDraft {
  const number = no === undefined || isLineNumber(no) ? undefined : no;
  const words = tidy(content);
  const short = [...words].length > LONGEST_NAME ? `${[...words].slice(0, LONGEST_NAME).join('')}…` : words;
  const mention =
    number === undefined
      ? thingMention({ kind: 'clue', name: { field: 'content', value: short }, apart: [day, source, words] })
      : thingMention({
          kind: 'clue',
          no: { field: 'clue_no', value: `${number} ${source}` },
          name: { field: 'clue_no', value: number },
          apart: [source],
        });
  if (!mention) throw new Error('a lead without words');
  return mention;
}
