import type { WordsLike } from '../words.ts';
import type { Words } from '../zh-CN/index.ts';
import { alike } from './alike.ts';
import { audit } from './audit.ts';
import { boards } from './boards.ts';
import { chartFile } from './chart-file.ts';
import { chartLook } from './chart-look.ts';
import { checking } from './checking.ts';
import { clues } from './clues.ts';
import { common } from './common.ts';
import { conference } from './conference.ts';
import { correct } from './correct.ts';
import { deeds } from './deeds.ts';
import { doctor } from './doctor.ts';
import { findings } from './findings.ts';
import { frame } from './frame.ts';
import { graph } from './graph.ts';
import { guide } from './guide.ts';
import { imports } from './import.ts';
import { joins } from './joins.ts';
import { journal, journalObjects } from './journal.ts';
import { manual } from './manual.ts';
import { metrics } from './metrics.ts';
import { overview } from './overview.ts';
import { own } from './own.ts';
import { party } from './party.ts';
import { period } from './period.ts';
import { problems } from './problems.ts';
import { quality } from './quality.ts';
import { notes, relations } from './relations.ts';
import { report } from './report.ts';
import { routes } from './routes.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { source } from './source.ts';
import { start } from './start.ts';
import { tags } from './tags.ts';
import { trace } from './trace.ts';
import { views } from './views.ts';
import { wizard } from './wizard.ts';

export const en = {
  alike,
  boards,
  audit,
  chartLook,
  chartFile,
  checking,
  clues,
  common,
  conference,
  correct,
  deeds,
  doctor,
  findings,
  frame,
  graph,
  guide,
  import: imports,
  joins,
  journal,
  journalObjects,
  manual,
  metrics,
  notes,
  overview,
  own,
  party,
  period,
  problems,
  quality,
  relations,
  report,
  routes,
  search,
  settings,
  source,
  start,
  tags,
  trace,
  views,
  wizard,
} as const satisfies WordsLike<Words>;
