import { IconX } from '@tabler/icons-react';
import { Button } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { isComposing } from '../../../app/keyboard.ts';
import { useWords } from '../../../app/words.ts';
import { preview } from './layers.ts';

/** The frame of a question about routes: over the chart, which stays at hand. Esc closes it; the arrow keys walk its lines. */
export function RoutePanel({ title, close, children }: { title: string; close(): void; children: ReactNode }) {
  const { t } = useWords();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // a field that asks for the focus has it already
    if (!panel.current?.contains(document.activeElement)) panel.current?.focus();
    return () => preview(null);
  }, []);
  const leave = () => {
    close();
    document.querySelector<HTMLElement>('.chart-canvas')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isComposing(event.nativeEvent) || event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      leave();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const lines = [...(panel.current?.querySelectorAll<HTMLElement>('.path-line') ?? [])];
      const at = lines.indexOf(document.activeElement as HTMLElement);
      if (at === -1 && document.activeElement !== panel.current) return;
      const next = lines[at === -1 ? 0 : at + (event.key === 'ArrowDown' ? 1 : -1)];
      event.preventDefault();
      next?.focus();
    }
  };
  return (
    <section
      className="chart-over route-panel"
      role="dialog"
      aria-label={title}
      ref={panel}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className="row g6">
        <h2 className="h3 grow ell">{title}</h2>
        <Button
          type="text"
          size="small"
          aria-label={t('routes.close')}
          icon={<IconX size={15} stroke={1.5} />}
          onClick={leave}
        />
      </div>
      {children}
    </section>
  );
}
