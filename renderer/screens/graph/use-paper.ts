import { type RefObject, useEffect } from 'react';
import { flushSync } from 'react-dom';
import { useSettings } from '../../app/settings.ts';
import { applyPalette } from '../../styles/tokens.ts';
import { changeLook, lookNow } from './look.ts';

/** Inside of an A4 sheet on its side, in px of 1/96 inch. */
const SHEET = { width: 1_040, height: 700 };

/** 打印: the chart with its legend goes onto paper in the light colours, as large as the sheet allows; the window is as before after it. */
export function usePaper(box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let back = () => {};
    const before = () => {
      const at = box.current;
      if (!at) return;
      const { mode } = useSettings.getState();
      const { legend } = lookNow();
      const { offsetWidth: width, offsetHeight: height } = at;
      const set = (light: 'light' | 'dark', open: boolean) =>
        flushSync(() => {
          applyPalette(light);
          useSettings.setState({ mode: light });
          changeLook({ legend: open });
        });
      set('light', true);
      at.style.setProperty('--paper-width', `${width}px`);
      at.style.setProperty('--paper-height', `${height}px`);
      at.style.setProperty('--paper-scale', String(Math.min(1, SHEET.width / width, SHEET.height / height)));
      back = () => set(mode, legend);
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
