import { useApp } from '../../app/store.ts';

/** Back to the place from which the source was opened, over any cells looked at in between. */
export function leaveSource(): void {
  const { back } = useApp.getState();
  for (let left = useApp.getState().history.past.length; left > 0; left--) {
    back();
    if (useApp.getState().history.here.place !== 'source') return;
  }
}
