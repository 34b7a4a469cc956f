import { useState } from 'react';
import { client } from '../../client/client.ts';
import { useAsk } from '../../parts/ask.ts';
import type { ImportState } from './import-state.ts';
import { isAt, type SheetAnswer, type SheetPlace, useQueue } from './queue.ts';

/** Writes everything that was chosen and said into the case, and goes on to what came of it. */
export function useWrite(state: ImportState): { writing: boolean; write: () => Promise<void> } {
  const { attempt } = useAsk();
  const obtained = useQueue((queue) => queue.obtained);
  const saves = useQueue((queue) => queue.saves);
  const [writing, setWriting] = useState(false);
  const write = async () => {
    setWriting(true);
    const answers = withSaves(state.ask.answers, saves);
    const report = await attempt(() => client.request('import.write', { ...state.ask, answers, obtained }));
    setWriting(false);
    if (report) useQueue.setState({ report, step: 'done' });
  };
  return { writing, write };
}

/** What was said of the sheets, with the names under which some of them are to be kept as templates. */
function withSaves(
  answers: readonly SheetAnswer[],
  saves: ReadonlyArray<SheetPlace & { readonly name: string }>,
): SheetAnswer[] {
  const named = answers.map((answer) => {
    const save = saves.find((each) => isAt(each, answer));
    return save ? { ...answer, saveTemplate: save.name } : answer;
  });
  const silent = saves.filter((save) => !answers.some((answer) => isAt(answer, save)));
  return [...named, ...silent.map(({ name, ...place }) => ({ ...place, saveTemplate: name }))];
}
