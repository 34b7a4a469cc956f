import { failed, ok, type Read } from '../protocol/problem.ts';
import type { Cell, CellOrEmpty } from './cell.ts';
import { figureText, saysNothing, seenIn } from './text.ts';

const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})$/;
const words = /^(?:(\d+)\s*(?:小时|时|h))?\s*(?:(\d+)\s*(?:分钟|分|min|m))?\s*(?:(\d+)\s*(?:秒钟|秒|sec|s))?$/i;

/**
 * 通话时长 in whole seconds: 125, 2:05 (minutes and seconds), 1:02:05, 2分5秒, a cell formatted as time. null: empty.
 * Problem: time.unreadable.
 */
export function readDuration(cell: CellOrEmpty): Read<number | null> {
  if (cell === null) return ok(null);
  const seconds = secondsOf(cell);
  return seconds === undefined ? failed('time.unreadable', { seen: seenIn(cell) }) : ok(seconds);
}

function secondsOf({ type, raw }: Cell): number | null | undefined {
  if (typeof raw === 'number') {
    if (type === 'date') return raw >= 0 && raw < 20_000 ? Math.round(raw * 86_400) : undefined;
    return type === 'number' && Number.isSafeInteger(raw) && raw >= 0 ? raw : undefined;
  }
  const text = typeof raw === 'string' && type === 'text' ? figureText(raw) : undefined;
  if (text === undefined) return undefined;
  if (saysNothing(text)) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const found = clock.exec(text) ?? words.exec(text);
  if (!found) return undefined;
  return Number(found[1] ?? 0) * 3600 + Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
}
