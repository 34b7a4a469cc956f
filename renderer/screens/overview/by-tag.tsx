import { type TagGroup, tagOf } from '../../../shared/ontology/tags.ts';
import { useSettings } from '../../app/settings.ts';
import { go } from '../../app/store.ts';
import { useWords } from '../../app/words.ts';
import { countText, moneyText } from '../../parts/show.ts';
import { tagName } from '../../parts/tag-filter.tsx';
import type { OverviewData } from './data.ts';

/** Findings that stand by the tags of one group, each line the way to them; the money counts each payment once within a line. */
export function ByTag({ data, group }: { data: OverviewData; group: TagGroup }) {
  const { t, lang } = useWords();
  const how = useSettings((store) => store.settings.money);
  const lines = data.byTag.filter(({ tag }) => tagOf(tag)?.group === group);
  const most = Math.max(1, ...lines.map(({ findings }) => findings));
  return (
    <div className="sec col g4">
      {lines.map(({ tag, findings, fen }) => (
        <button
          key={tag}
          type="button"
          className="status-line tagged"
          title={`${tagName(tag, lang)} ${moneyText(fen, lang, 'exact')}`}
          onClick={() => go('findings', { tags: [tag] })}
        >
          <span className="ell">{tagName(tag, lang)}</span>
          <span className="status-bar">
            <i style={{ width: `${(findings / most) * 60}%`, background: 'var(--text3)' }} />
            <b>{countText(findings)}</b>
          </span>
          <span className="num t2 s12">{moneyText(fen, lang, how)}</span>
        </button>
      ))}
      <div className="col s12 t2" style={{ paddingTop: 4, borderTop: '1px solid var(--hair)' }}>
        <span>
          {t('tags.boardAll', {
            count: data.standing.findings,
            amount: moneyText(data.standing.fen, lang, how),
          })}
        </span>
        <span className="t3">{t('tags.boardNote')}</span>
        {group === 'post' && (
          <button
            type="button"
            className="link s12"
            onClick={() => go('results', { text: '', tags: lines.map(({ tag }) => tag) })}
          >
            {t('tags.list')}
          </button>
        )}
      </div>
    </div>
  );
}
