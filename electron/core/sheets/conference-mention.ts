import { tidy } from '../../../shared/evidence/text.ts';
import type { MentionDraft } from './mention.ts';

interface Meeting {
  readonly no: string | undefined;
  readonly name: string | undefined;
  readonly day: string | null;
  /** the field whose cell names the meeting */
  readonly field: string;
}

const notInName = /[\s"'“”‘’《》<>【】[\]()（）·・:：,，。.、\-—_/\\|]+/g;

/** 会议名称 in the form in which meetings are compared. */
export const meetingKey = (name: string): string => tidy(name).toUpperCase().replace(notInName, '');

/** 1, 2, 3 are line numbers of a list: they name a meeting in no other list. */
const isLineNumber = (no: string): boolean => /^\d{1,3}$/.test(no);

/**
 * A meeting as one row names it: its number where it has one, else its name and first day. Rosters and ledgers that give a number
 * make the same key; those that give a name are brought to the meeting by the parties' resolver.
 */
export function conferenceMention({ no, name, day, field }: Meeting): MentionDraft | undefined {
  const number = no === undefined || isLineNumber(no) ? undefined : no;
  const shown = name === undefined ? number : tidy(name);
  if (shown === undefined || shown === '') return undefined;
  return {
    mention: true,
    kind: 'conference',
    name: shown,
    key: number ?? `${meetingKey(shown)}${day === null ? '' : `@${day}`}`,
    idType: number === undefined ? null : 'conference_no',
    idValue: number ?? null,
    account: null,
    phone: null,
    orgKey: null,
    dept: null,
    masked: false,
    field,
    identifiers:
      number === undefined ? [] : [{ type: 'conference_no', value: number, keyable: true, field: 'conference_no' }],
  };
}
