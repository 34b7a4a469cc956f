import { type RefObject, useEffect } from 'react';
import { flushSync } from 'react-dom';
import { useSettings } from '../../app/settings.ts';
import { applyPalette, type Mode } from '../../styles/tokens.ts';
import { useGraph } from './graph-store.ts';
import { changeLook, lookNow } from './look.ts';

/** 打印: the whole chart goes onto paper with its legend, in the light colours; the window is as before after it. */
export function usePaper(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let back = () => {};
    const look = (mode: Mode, legend: boolean) =>
      flushSync(() => {
        applyPalette(mode);
        useSettings.setState({ mode });
        changeLook({ legend });
      });
    const before = () => {
      const { chart } = useGraph.getState();
      if (!box.current || !chart || chart.parties.length === 0) return;
      const { mode } = useSettings.getState();
      const { legend } = lookNow();
      look('light', true);
      const sheet = chart.paper();
      // the style sheet says how large, not the px it was drawn with
      sheet.removeAttribute('style');
      sheet.className = 'paper-chart';
      box.current.prepend(sheet);
      back = () => {
        sheet.remove();
        look(mode, legend);
      };
    };
    const after = () => {
      back();
      back = () => {};
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, [box]);
}
