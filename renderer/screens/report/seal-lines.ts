/** The lines of the check list that count rows of the case, and the table each of them counts. */
export const countedLines = [
  { id: 'rows', table: 'row' },
  { id: 'parties', table: 'party' },
  { id: 'findings', table: 'finding' },
  { id: 'dispositions', table: 'disposition' },
] as const;
