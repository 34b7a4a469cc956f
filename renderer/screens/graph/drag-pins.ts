import type { AppStore } from '../../app/store.ts';
import { useApp } from '../../app/store.ts';

const KEY = 'graph.dragPins';

/** 拖动即固定: whether what is drawn to another place is pinned there. */
export const dragPins = (kept: AppStore['kept']): boolean => kept[KEY] === true;

export const setDragPins = (isOn: boolean): void => useApp.getState().keep(KEY, isOn);
