import { create } from 'zustand';

/** The cell that is to be corrected: a row and the field whose cell it is. */
interface CellAsked {
  readonly rowId: number;
  readonly field: string | null;
}

export const useCorrectAsked = create<{ readonly asked: CellAsked | null }>()(() => ({ asked: null }));

/** Opens the correction of one cell from wherever its value is shown. */
export function correctCell(asked: CellAsked): void {
  // not within the key press that asked for it: the same Enter would press the dialog's close button
  setTimeout(() => useCorrectAsked.setState({ asked }));
}

export const leaveCorrection = (): void => useCorrectAsked.setState({ asked: null });
