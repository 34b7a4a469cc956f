import type { PlaceParams } from '../../app/store.ts';
import { ConferencesWork } from './conferences-work.tsx';

/** 会议核验 opened at one conference, from a finding, the search or the chart. */
export function ConferenceScreen({ params }: { params: PlaceParams['conference'] }) {
  return <ConferencesWork opened={params.rowId} />;
}
