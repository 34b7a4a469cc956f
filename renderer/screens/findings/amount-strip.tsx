import { useWords } from '../../app/words.ts';
import { Bars } from '../../parts/pane.tsx';
import { useRoom } from '../../parts/room.ts';
import type { Finding } from './finding.ts';

const most = 120;

/** The amounts of the evidence in the order of their days: at a glance, whether they are even, rising or one large sum. */
export function AmountStrip({ finding }: { finding: Finding }) {
  const { t } = useWords();
  const room = useRoom();
  const amounts = finding.evidence
    .flatMap(({ role, day, fen, counted }) =>
      role === 'evidence' && day !== null && fen !== null && (counted || finding.fen === null) ? [{ day, fen }] : [],
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .slice(0, most);
  if (amounts.length < 4) return null;
  return (
    <div className="row g12" style={{ marginTop: 7 }}>
      <Bars
        values={amounts.map(({ fen }) => fen)}
        width={Math.min(amounts.length * 22, room === 'wide' ? 390 : room === 'narrow' ? 234 : 270)}
        height={32}
        label={t('findings.why.spread')}
      />
      <span className="s12 t2">{t('findings.why.spread')}</span>
    </div>
  );
}
