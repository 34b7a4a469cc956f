import {
  type Icon,
  IconAlertTriangle,
  IconFileImport,
  IconFlag,
  IconHistory,
  IconLayoutDashboard,
  IconReportAnalytics,
  IconSettings,
  IconTopologyStar3,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { AlikeScreen } from '../screens/alike/alike-screen.tsx';
import { CluesScreen } from '../screens/clues/clues-screen.tsx';
import { ConferenceScreen } from '../screens/conference/conference-screen.tsx';
import { FindingsScreen } from '../screens/findings/findings-screen.tsx';
import { GraphScreen } from '../screens/graph/graph-screen.tsx';
import { ImportScreen } from '../screens/import/import-screen.tsx';
import { JournalScreen } from '../screens/journal/journal-screen.tsx';
import { OverviewScreen } from '../screens/overview/overview-screen.tsx';
import { PartyScreen } from '../screens/party/party-screen.tsx';
import { ReportScreen } from '../screens/report/report-screen.tsx';
import { ResultsScreen } from '../screens/results/results-screen.tsx';
import { SettingsScreen } from '../screens/settings/settings-screen.tsx';
import { SourceScreen } from '../screens/source/source-screen.tsx';
import type { At, PlaceId, PlaceParams } from './store.ts';

/** The list of places: each id of PlaceParams with its screen. A new screen is one line here. */
const screens: { readonly [P in PlaceId]?: ComponentType<{ params: PlaceParams[P] }> } = {
  overview: OverviewScreen,
  alike: AlikeScreen,
  clues: CluesScreen,
  conference: ConferenceScreen,
  findings: FindingsScreen,
  graph: GraphScreen,
  import: ImportScreen,
  party: PartyScreen,
  report: ReportScreen,
  journal: JournalScreen,
  results: ResultsScreen,
  settings: SettingsScreen,
  source: SourceScreen,
};

/** What stands in the rail, from the top and from the bottom. Source, party, conference and who is who are reached from others. */
export const railTop = ['overview', 'clues', 'import', 'graph', 'findings', 'report'] as const;
export const railBottom = ['journal', 'settings'] as const;
export type RailPlace = (typeof railTop | typeof railBottom)[number];

export const railIcons: Readonly<Record<RailPlace, Icon>> = {
  overview: IconLayoutDashboard,
  clues: IconFlag,
  import: IconFileImport,
  graph: IconTopologyStar3,
  findings: IconAlertTriangle,
  report: IconReportAnalytics,
  journal: IconHistory,
  settings: IconSettings,
};

/** The screen of a place, opened at its params. */
export function PlaceView<P extends PlaceId>({ at }: { at: At<P> }): ReactNode {
  const Screen: ComponentType<{ params: PlaceParams[P] }> | undefined = screens[at.place];
  return Screen ? <Screen params={at.params} /> : null;
}
