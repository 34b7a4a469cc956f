import type { FillParams } from '../../../shared/plain/fill.ts';
import { journal as en } from '../../../shared/text/en/journal.ts';
import { type JournalAction, journal as zh } from '../../../shared/text/zh-CN/journal.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';

export interface JournalLine {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  /** what the words of the action are filled with; empty where the payload is withheld */
  readonly params: FillParams;
  readonly hash: string;
}

export interface JournalWish {
  readonly action?: string | undefined;
  /** looked for in the name of the actor, in the words of the action (both languages) and in what they are filled with */
  readonly text: string;
  readonly offset: number;
  readonly limit: number;
}

const where = `from journal where (@action is null or action = @action)
  and (@text = '' or instr(lower(actor), @text) or instr(lower(coalesce(payload ->> '$.params', '')), @text)
       or action in (select value from json_each(@actions)))`;

type Bound = [{ action: string | null; text: string; actions: string; limit: number; offset: number }];

/** The journal, the newest entry first. */
export function listJournal(store: Store, wish: JournalWish): { total: number; rows: JournalLine[] } {
  const text = wish.text.trim().toLowerCase();
  const bound = {
    action: wish.action ?? null,
    text,
    actions: JSON.stringify(text === '' ? [] : actionsSaying(text)),
    limit: wish.limit,
    offset: wish.offset,
  };
  const total = prepared<Bound, { n: number }>(store, `select count(*) as n ${where}`).get(bound)?.n ?? 0;
  const rows = prepared<Bound, Omit<JournalLine, 'params'> & { payload: string | null }>(
    store,
    `select seq, at, actor, action, payload, hash ${where} order by seq desc limit @limit offset @offset`,
  ).all(bound);
  return { total, rows: rows.map(({ payload, ...line }) => ({ ...line, params: paramsOf(payload) })) };
}

export const paramsOf = (payload: string | null): FillParams =>
  payload === null ? {} : (JSON.parse(payload) as { params: FillParams }).params;

function actionsSaying(text: string): JournalAction[] {
  const actions = Object.keys(zh) as JournalAction[];
  const bare = (words: string) => words.replace(/\{\{\w+\}\}/g, '').toLowerCase();
  return actions.filter((action) => bare(zh[action]).includes(text) || bare(en[action]).includes(text));
}
