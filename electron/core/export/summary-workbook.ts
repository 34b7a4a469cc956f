import { fill } from '../../../shared/plain/fill.ts';
import { journalHead } from '../journal/write-journal.ts';
import { readMeta } from '../store/meta.ts';
import type { OpenCase } from '../store/open-case.ts';
import type { ReportContext, ReportPage } from './page.ts';
import { correctionsPage } from './pages/corrections.page.ts';
import { coverPage } from './pages/cover.page.ts';
import { dispositionsPage } from './pages/dispositions.page.ts';
import { evidencePage } from './pages/evidence.page.ts';
import { filesPage } from './pages/files.page.ts';
import { findingsPage } from './pages/findings.page.ts';
import { linksPage } from './pages/links.page.ts';
import { meetingsPage } from './pages/meetings.page.ts';
import { modelsPage } from './pages/models.page.ts';
import { monthsPage } from './pages/months.page.ts';
import { notesPage } from './pages/notes.page.ts';
import { partiesPage } from './pages/parties.page.ts';
import { paymentsPage } from './pages/payments.page.ts';
import { problemsPage } from './pages/problems.page.ts';
import { subjectPage } from './pages/subject.page.ts';
import { summaryPage } from './pages/summary.page.ts';
import { tagsPage } from './pages/tags.page.ts';
import { timelinePage } from './pages/timeline.page.ts';
import { tracesPage } from './pages/traces.page.ts';
import { viewsPage } from './pages/views.page.ts';
import { reportContext, type SummaryOptions } from './report-context.ts';
import { type WrittenPage, writeWorkbook } from './write-workbook.ts';

/** The sheets of the case summary, in their order. */
export const summaryPages: readonly ReportPage[] = [
  coverPage,
  summaryPage,
  findingsPage,
  evidencePage,
  tagsPage,
  partiesPage,
  linksPage,
  viewsPage,
  tracesPage,
  paymentsPage,
  meetingsPage,
  filesPage,
  modelsPage,
  dispositionsPage,
  problemsPage,
  correctionsPage,
];

/** The Excel case summary of the open case. */
export async function writeSummary(
  openCase: OpenCase,
  options: SummaryOptions,
): Promise<{ bytes: Uint8Array; pages: WrittenPage[] }> {
  const context = reportContext(openCase, options);
  const footer = footerOf(openCase, context);
  return writeWorkbook(summaryPages, context, context.word('reportTitle'), footer, options.tick ?? (() => undefined));
}

/** Number of the case and last entry of the journal on the left, pages on the right. */
function footerOf({ store, caseId }: OpenCase, context: ReportContext): string {
  const number = readMeta(store, 'number') ?? '';
  const head = journalHead(store, caseId);
  return `&L${escapeFooter(`${number} ${head.hash.slice(0, 16)}`)}&R${fill(context.word('footer'))}`;
}

/** 主体档案 of one party, with the same pages as the summary where they fit. */
const dossierPages: readonly ReportPage[] = [
  coverPage,
  subjectPage,
  monthsPage,
  paymentsPage,
  linksPage,
  findingsPage,
  timelinePage,
  notesPage,
];

/** The dossier of one party as a workbook. */
export async function writeDossier(
  openCase: OpenCase,
  party: number,
  options: SummaryOptions,
): Promise<{ bytes: Uint8Array; pages: WrittenPage[] }> {
  const context = { ...reportContext(openCase, options), party };
  return await writeWorkbook(
    dossierPages,
    context,
    context.word('dossierTitle'),
    footerOf(openCase, context),
    options.tick ?? (() => undefined),
  );
}

export const summaryWorkbook = async (openCase: OpenCase, options: SummaryOptions): Promise<Uint8Array> =>
  (await writeSummary(openCase, options)).bytes;

/** & starts a code in Excel's footers. */
const escapeFooter = (text: string): string => text.replaceAll('&', '&&');
