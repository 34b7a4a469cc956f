import { useAnswer } from '../client/queries.ts';
import { countText } from '../parts/show.ts';
import { type RailPlace, railBottom, railIcons, railTop } from './places.tsx';
import { go, useApp } from './store.ts';
import { useWords } from './words.ts';

/** The places a person can be; the count on 疑点 is what waits to be checked. */
export function Rail() {
  const { t } = useWords();
  const overview = useAnswer('overview.read', {});
  const open = overview.data?.findings.byStatus.open ?? 0;
  return (
    <nav className="rail" aria-label={t('frame.main')}>
      {railTop.map((place) => (
        <RailButton key={place} place={place} count={place === 'findings' ? open : 0} />
      ))}
      <span className="grow" />
      {railBottom.map((place) => (
        <RailButton key={place} place={place} count={0} />
      ))}
    </nav>
  );
}

function RailButton({ place, count }: { place: RailPlace; count: number }) {
  const { t } = useWords();
  const current = useApp((app) => railPlaceOf(app.history) === place);
  const Icon = railIcons[place];
  return (
    <button type="button" aria-current={current ? 'page' : undefined} onClick={() => go(place, {})}>
      <Icon size={20} stroke={1.5} aria-hidden />
      <span>{t(`frame.places.${place}`)}</span>
      {count > 0 && (
        <span className="count" title={t('frame.openFindings', { count })}>
          {count > 99 ? '99+' : countText(count)}
        </span>
      )}
    </button>
  );
}

/** A source, a dossier or a conference belongs to the place from which it was opened. */
function railPlaceOf({ past, here }: ReturnType<typeof useApp.getState>['history']): RailPlace | undefined {
  const inRail = (place: string) => [...railTop, ...railBottom].find((each) => each === place);
  return inRail(here.place) ?? past.map(({ place }) => inRail(place)).findLast((place) => place !== undefined);
}
