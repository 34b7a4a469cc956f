/** A new passphrase as typed twice, and the suggestion, which is shown in clear so that it can be written down. */
export interface NewPassphrase {
  readonly text: string;
  readonly again: string;
  readonly suggested: string | null;
}
export const noPassphrase: NewPassphrase = { text: '', again: '', suggested: null };

export type Strength = 'none' | 'short' | 'poor' | 'fair' | 'good' | 'strong';
export const strengthBars: Readonly<Record<Strength, number>> = {
  none: 0,
  short: 1,
  poor: 1,
  fair: 2,
  good: 3,
  strong: 4,
};

/** A first impression while typing; the core's own rule (14 characters, five different) decides. */
export function strengthOf(typed: string): Strength {
  const letters = [...typed.normalize('NFKC').trim()];
  const different = new Set(letters).size;
  if (letters.length === 0) return 'none';
  if (letters.length < 14) return 'short';
  if (different < 5) return 'poor';
  if (letters.length >= 24 && different >= 10) return 'strong';
  return letters.length >= 18 && different >= 8 ? 'good' : 'fair';
}

export const isUsable = ({ text, again }: NewPassphrase): boolean =>
  strengthBars[strengthOf(text)] >= 2 && text === again;
