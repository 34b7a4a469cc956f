import type { WordsLike } from '../words.ts';
import type { Words } from '../zh-CN/index.ts';
import { audit } from './audit.ts';
import { clues } from './clues.ts';
import { common } from './common.ts';
import { conference } from './conference.ts';
import { doctor } from './doctor.ts';
import { findings } from './findings.ts';
import { frame } from './frame.ts';
import { graph } from './graph.ts';
import { guide } from './guide.ts';
import { imports } from './import.ts';
import { joins } from './joins.ts';
import { journal } from './journal.ts';
import { overview } from './overview.ts';
import { party } from './party.ts';
import { problems } from './problems.ts';
import { report } from './report.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { source } from './source.ts';
import { start } from './start.ts';

export const en = {
  audit,
  clues,
  common,
  conference,
  doctor,
  findings,
  frame,
  graph,
  guide,
  import: imports,
  joins,
  journal,
  overview,
  party,
  problems,
  report,
  search,
  settings,
  source,
  start,
} as const satisfies WordsLike<Words>;
