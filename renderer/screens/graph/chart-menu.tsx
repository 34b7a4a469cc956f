import { IconPencilPlus } from '@tabler/icons-react';
import { Button, Dropdown, type MenuProps, Tooltip } from 'antd';
import { useWords } from '../../app/words.ts';
import type { Pointed } from './actions/action.ts';

/** Where a menu was asked for: at a place of the window, over a party, a link, or nothing. */
export interface MenuAt extends Pointed {
  readonly x: number;
  readonly y: number;
}

/** The menu at the pointer, or at the canvas where the keyboard asked for it. */
export function ChartMenu({ at, items, close }: { at: MenuAt; items: NonNullable<MenuProps['items']>; close(): void }) {
  return (
    <Dropdown
      open
      trigger={['click']}
      autoFocus
      align={{ overflow: { adjustX: true, shiftX: true, adjustY: false, shiftY: true } }}
      rootClassName="chart-menu"
      menu={{ items, onClick: close }}
      onOpenChange={(isOpen) => !isOpen && close()}
    >
      <span style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} />
    </Dropdown>
  );
}

/** 录入: the button in the toolbar, with what can be entered by hand. */
export function EnterButton({ items }: { items: NonNullable<MenuProps['items']> }) {
  const { t } = useWords();
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Tooltip title={t('manual.title')}>
        <Button type="text" aria-label={t('manual.title')} icon={<IconPencilPlus size={16} stroke={1.5} />} />
      </Tooltip>
    </Dropdown>
  );
}
