import { IconAlertTriangle, IconChecks, IconUserCheck } from '@tabler/icons-react';
import type { FindingRow } from '../../../shared/protocol/findings.requests.ts';
import { useWords } from '../../app/words.ts';

/** How far the review by a second person is: a glyph, with its word where there is room. */
export function ReviewMark({ review, bare = false }: { review: FindingRow['review']; bare?: boolean }) {
  const { t } = useWords();
  if (review === 'none') return null;
  const word = t(`findings.review.state.${review}`);
  const Glyph = { needed: IconUserCheck, agreed: IconChecks, disagreed: IconAlertTriangle }[review];
  const ink = { needed: 'var(--text3)', agreed: 'var(--ok)', disagreed: 'var(--mid)' }[review];
  return (
    <span className="state s12" style={{ color: ink }} {...(bare && { role: 'img', 'aria-label': word, title: word })}>
      <Glyph size={14} stroke={1.75} aria-hidden />
      {!bare && word}
    </span>
  );
}
