import type { Truth } from '../../build/sample/truth/truth.ts';
import { type Originals, plainFen } from './original-cell.ts';
import type { Told } from './score-findings.ts';

type Finding = Told['findings'][number];
type Cited = Finding['evidence'][number];

/** Fields of evidence rows that hold money, with the fields of columns in which the figure may stand. */
const moneyColumns: Readonly<Record<string, readonly string[]>> = {
  amount: ['amount', 'amount_in', 'amount_out'],
  fee: ['fee', 'fee_gross'],
  total_cost: ['total_cost'],
  sponsor_amount: ['sponsor_amount'],
};

export interface EvidenceCheck {
  /** evidence rows with a figure that were looked up in the original file */
  readonly cells: number;
  readonly faults: readonly string[];
}

/**
 * Looks up every figure that a finding rests on in the spreadsheet as it was delivered, and adds them up: each payment once, whichever of its
 * copies (other side's statement, ledger, second delivery) is cited.
 */
export function checkEvidence(truth: Truth, findings: readonly Finding[], files: Originals): EvidenceCheck {
  const sheets = new Map(
    truth.files.flatMap(({ file, sheets }) => sheets.map((sheet) => [`${file}|${sheet.sheet}`, sheet] as const)),
  );
  const moneyOf = samePayments(truth);
  const faults: string[] = [];
  let cells = 0;
  for (const finding of findings) {
    const money = new Map<string, Set<number>>();
    const read = (cited: Cited) => {
      const sheet = sheets.get(`${cited.file}|${cited.sheet}`);
      const [, letters = '', row] = /^([A-Z]+)(\d+)$/.exec(cited.cell ?? '') ?? [];
      const index = [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const column = sheet?.columns[index];
      if (!column || Number(row) !== cited.row || !moneyColumns[cited.field]!.includes(column.field ?? ''))
        throw new Error(`${cited.cell} is no cell of ${cited.field} in row ${cited.row}`);
      const unit = /万元/.test(column.header) ? 10_000 : 1;
      return Math.abs(plainFen(files.cell(cited.file, cited.sheet, cited.row, index), unit));
    };
    for (const cited of finding.evidence.filter(({ field }) => field in moneyColumns)) {
      const words = `${finding.number} ${finding.model} ${cited.file} › ${cited.sheet}!${cited.cell}`;
      try {
        const key = moneyOf(cited);
        money.set(key, (money.get(key) ?? new Set()).add(read(cited)));
        cells++;
      } catch (error) {
        faults.push(`${words}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    if (finding.evidence.length === 0) faults.push(`${finding.number} ${finding.model} cites nothing`);
    const amount = Number(finding.amountFen ?? 0);
    if (!sumsOf(money.values()).has(amount))
      faults.push(`${finding.number} ${finding.model}: ${amount} is not the sum of its cells`);
  }
  return { cells, faults };
}

/** What each payment adds: one figure, or one of two where a ledger books the fee before tax and the bank what was left of it. */
function sumsOf(payments: Iterable<ReadonlySet<number>>): Set<number> {
  let sums = new Set([0]);
  for (const figures of payments)
    sums = new Set([...sums].flatMap((sum) => [...figures].map((figure) => sum + figure)));
  return sums;
}

/** A name for the payment that a row tells of; rows that tell of one payment share it. */
function samePayments(truth: Truth): (cited: { file: string; sheet: string; row: number }) => string {
  const place = ({ file, sheet, row }: { file: string; sheet: string; row: number }) => `${file}|${sheet}|${row}`;
  const parent = new Map<string, string>();
  const find = (item: string): string => {
    const up = parent.get(item);
    return up === undefined || up === item ? item : find(up);
  };
  const unite = (a: string, b: string) => parent.set(find(a), find(b));
  for (const [a, b] of truth.mirrors) if (a && b) unite(place(a), place(b));
  const planted = [
    ...truth.schemes.flatMap(({ rows, expected }) => [...rows, ...expected.flatMap((each) => each.rows)]),
    ...truth.boundaries.flatMap(({ rows }) => rows),
    ...truth.mustNotFlag.flatMap(({ rows }) => rows),
  ];
  for (const row of planted) unite(place(row), row.event);
  return (cited) => find(place(cited));
}
