/** What is known of how a drawn link came about. */
export interface Stated {
  /** 推断关系: whether a person confirmed what two parties share */
  readonly inferred?: 'open' | 'confirmed' | undefined;
  /** rows that persons typed, and how many of them they typed as inferred */
  readonly manual?: { readonly rows: number; readonly inferred: number } | undefined;
}

/** 推断，未确认: nobody stated the link, or somebody typed it as inferred. It is marked with “?” wherever links are listed, drawn or written out. */
export const isGuess = ({ inferred, manual }: Stated): boolean => inferred === 'open' || (manual?.inferred ?? 0) > 0;

/** “ ?” behind the word of a link that is a guess. */
export const guessMark = (link: Stated): '' | ' ?' => (isGuess(link) ? ' ?' : '');
