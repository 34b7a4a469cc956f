import type { Bilingual } from '../../../../shared/protocol/parts.ts';
import type { EvidenceReader } from '../model.ts';

export type Answer = 'yes' | 'no' | 'unknown';

/** One element of the reality check, with the cells the answer rests on. Every element is a statement that holds of a proper conference. */
export interface Element {
  readonly id: string;
  readonly answer: Answer;
  readonly note: Bilingual;
  readonly cells: ReadonlyArray<{ readonly row: number; readonly field: string }>;
}

/** 会议核验 of one conference, as this run found it. `rows` are its records in all lists. */
export interface Reality {
  readonly conference: number;
  readonly rows: readonly number[];
  readonly result: 'genuine' | 'doubtful' | 'sham' | 'unverified';
  /** elements answered yes or no, and yes; of a department meeting without those it does not need */
  readonly known: number;
  readonly yes: number;
  readonly elements: readonly Element[];
  readonly contradictions: readonly Element[];
}

interface RealityRow {
  readonly row: number;
  readonly conference: number;
  readonly result: Reality['result'];
  readonly known: number;
  readonly yes: number;
  readonly elements: string;
  readonly contradictions: string;
}

/** Every conference with the result of its check, read once for a whole run. */
export const readRealities = (evidence: EvidenceReader): readonly Reality[] =>
  evidence.once('realities', () => gatherRealities(evidence));

function gatherRealities(evidence: EvidenceReader): Reality[] {
  const rows = evidence.all<RealityRow>(
    'select row, conference, result, known, yes, elements, contradictions from reality order by conference, row',
  );
  return [...Map.groupBy(rows, ({ conference }) => conference).values()].map((records) => {
    const { conference, result, known, yes, elements, contradictions } = records[0]!;
    return {
      conference,
      rows: records.map(({ row }) => row),
      result,
      known,
      yes,
      elements: JSON.parse(elements),
      contradictions: JSON.parse(contradictions),
    };
  });
}
