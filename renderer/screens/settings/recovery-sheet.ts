import { client } from '../../client/client.ts';

/** Writes the recovery sheet to a chosen place; it is the key, so it never appears on screen. null when no place was chosen. */
export async function writeRecoverySheet(): Promise<string | null> {
  const target = await client.chooseTarget('recovery-sheet', '恢复单.txt');
  if (!target) return null;
  const { name } = await client.request('case.write-recovery-sheet', { target: target.ticket });
  client.collect(target.ticket, name);
  return name;
}
