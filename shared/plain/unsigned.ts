/** What stands in the place of a name where nobody gave one. It is what the journal keeps, whatever language the window speaks. */
export const UNSIGNED = '未署名';
