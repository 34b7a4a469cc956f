/** What parties may share, and what a person may have said of a relation guessed from it. Apart from the shapes, because the page must not load zod. */
export const attributeKinds = ['phone', 'address', 'building', 'ip', 'device'] as const;
export const relationStates = ['open', 'confirmed', 'rejected'] as const;
