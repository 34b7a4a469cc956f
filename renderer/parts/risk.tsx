import type { FindingStatus } from '../../shared/protocol/parts.ts';
import { useWords } from '../app/words.ts';

export type Band = 'high' | 'medium' | 'low' | 'none';

const lit: Readonly<Record<Band, number>> = { high: 3, medium: 2, low: 1, none: 0 };
const fillOf: Readonly<Record<Band, string>> = {
  high: 'var(--highFill)',
  medium: 'var(--midFill)',
  low: 'var(--lowFill)',
  none: 'var(--line)',
};

/** Risk as three bars, a word and a colour, so that none of them is the only carrier. */
export function Risk({ band, bare = false }: { band: Band; bare?: boolean }) {
  const { t } = useWords();
  const word = t(`common.risk.${band}`);
  return (
    <span className={`risk ${band}`} role="img" aria-label={`${t('common.risk.label')} ${word}`}>
      <svg width="13" height="12" viewBox="0 0 13 12" aria-hidden="true">
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={bar * 4.5}
            y={8 - bar * 4}
            width="3.5"
            height={4 + bar * 4}
            fill={bar < lit[band] ? fillOf[band] : 'var(--line)'}
          />
        ))}
      </svg>
      {!bare && word}
    </span>
  );
}

const inkOf: Readonly<Record<FindingStatus, string>> = {
  open: 'var(--text3)',
  checking: 'var(--accent)',
  confirmed: 'var(--high)',
  excluded: 'var(--text3)',
  doubtful: 'var(--mid)',
};

/** The status of a finding: glyph and word. 排除 weighs as much as 属实. */
export function StateMark({ status, bare = false }: { status: FindingStatus; bare?: boolean }) {
  const { t } = useWords();
  const ink = inkOf[status];
  const word = t(`common.status.${status}`);
  const quiet = status === 'open' || status === 'excluded';
  return (
    <span
      className="state"
      style={{ color: quiet ? 'var(--text2)' : ink }}
      {...(bare ? { role: 'img', 'aria-label': word, title: word } : {})}
    >
      <svg width="14" height="14" viewBox="0 0 14 14" fill="none" stroke={ink} strokeWidth="1.5" aria-hidden="true">
        {status === 'confirmed' ? (
          <>
            <circle cx="7" cy="7" r="6.25" fill={ink} stroke="none" />
            <path d="M4.3 7.2l1.9 1.9l3.6-4" stroke="var(--surface)" />
          </>
        ) : (
          <circle cx="7" cy="7" r="5.5" strokeDasharray={status === 'open' ? '2.2 1.25' : undefined} />
        )}
        {status === 'checking' && <path d="M7 3.5a3.5 3.5 0 0 1 0 7z" fill={ink} stroke="none" />}
        {status === 'excluded' && <path d="M3.3 10.7l7.4-7.4" />}
        {status === 'doubtful' && (
          <path d="M5.4 5.6a1.65 1.65 0 1 1 2.3 1.5c-.5.25-.7.5-.7 1.1M7 9.7v.6" strokeWidth="1.2" />
        )}
      </svg>
      {!bare && word}
    </span>
  );
}

/** Severity 1–4 of a model in the three bands of the screen. */
export const bandOf = (severity: number): Band =>
  severity >= 3 ? 'high' : severity === 2 ? 'medium' : severity === 1 ? 'low' : 'none';
