import { useState } from 'react';
import { FocusBack } from '../parts/focus-back.tsx';
import { ProgressBar } from '../parts/progress.tsx';
import { CorrectHost } from '../screens/correct/correct-host.tsx';
import { GuideBar, GuideChip } from '../screens/guide/guide-bar.tsx';
import { EntryHost } from '../screens/manual/entry-host.tsx';
import { lock } from './events.ts';
import { FaultBoundary } from './fault-boundary.tsx';
import { useIdleLock } from './idle-lock.ts';
import { useShortcuts } from './keyboard.ts';
import { PlaceView, railTop } from './places.tsx';
import { Rail } from './rail.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { StatusSlot } from './status.tsx';
import { type CaseInfo, go, useApp } from './store.ts';
import { TopBar } from './top-bar.tsx';
import { useWords } from './words.ts';

/** The window while a case is open: rail, top bar, the place, status bar. */
export function Frame({ info }: { info: CaseInfo }) {
  const { t } = useWords();
  const here = useApp((app) => app.history.here);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const [sheet, setSheet] = useState(false);
  useIdleLock();
  useShortcuts('everywhere', [
    { keys: 'Ctrl+L', label: t('frame.keys.lock'), run: lock },
    { keys: ['?', 'F1'], label: t('frame.keys.sheet'), run: () => setSheet(true) },
    { keys: 'Alt+ArrowLeft', label: t('frame.keys.back'), run: () => useApp.getState().back() },
    { keys: 'Alt+ArrowRight', label: t('frame.keys.forward'), run: () => useApp.getState().forward() },
    {
      keys: railTop.map((_, index) => `Alt+${index + 1}`),
      label: t('frame.keys.place'),
      run: (event) => {
        const place = railTop[Number(event.code.slice(-1)) - 1];
        if (place) go(place, {});
      },
    },
  ]);
  return (
    <StatusSlot value={slot}>
      <div className="window">
        <div className="brand">
          <div className="brand-seal" aria-hidden="true">
            清
          </div>
        </div>
        <TopBar info={info} />
        <Rail />
        <main className="place">
          {/* a fault in one place leaves the others alone */}
          <FaultBoundary key={here.place}>
            <PlaceView key={JSON.stringify(here)} at={here} />
          </FaultBoundary>
        </main>
        {info.sample && <GuideBar />}
        <footer className="statusbar">
          <div className="status-slot" ref={setSlot} />
          <ProgressBar />
          {info.sample && <GuideChip />}
        </footer>
        <CorrectHost />
        <EntryHost />
        {sheet && (
          <FocusBack>
            <ShortcutSheet close={() => setSheet(false)} />
          </FocusBack>
        )}
      </div>
    </StatusSlot>
  );
}
