/** The formats a chart leaves the program in, in the order of the dialog, each with the end of its file's name. */
export const chartFormats = {
  png: '.png',
  svg: '.svg',
  pdf: '.pdf',
  graphml: '.graphml',
  gexf: '.gexf',
  'csv-nodes': '_nodes.csv',
  'csv-edges': '_edges.csv',
  ftm: '.ftm.jsonl',
} as const;
export type ChartFormat = keyof typeof chartFormats;

/** What is a picture of what is drawn; the others are data, and may hold the whole case. */
export const pictureFormats = ['png', 'svg', 'pdf'] as const satisfies readonly ChartFormat[];
type PictureFormat = (typeof pictureFormats)[number];
export const isPicture = (format: ChartFormat): format is PictureFormat =>
  pictureFormats.some((picture) => picture === format);
