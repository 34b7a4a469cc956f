/** The first three of several names; … says that there are more. */
export const someOf = (names: readonly string[]): string =>
  names.slice(0, 3).join('、') + (names.length > 3 ? '…' : '');
