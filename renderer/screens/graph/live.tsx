import { partyKind } from '../../../shared/ontology/index.ts';
import { inLang, useWords } from '../../app/words.ts';
import { moneyText } from '../../parts/show.ts';
import { useGraph } from './graph-store.ts';
import { linkWords } from './link-words.ts';

/** What a screen reader is told: whom the keyboard stands at, else what is selected, and what a box holds. */
export function Live() {
  const { t, lang } = useWords();
  const { nodes, links, walked, selectedParties, selectedLinks, boxed } = useGraph();
  const link = links.find((each) => each.id === selectedLinks[0]);
  const party = walked ?? (selectedParties.length === 1 ? selectedParties[0] : undefined);
  const node = nodes.find((each) => each.id === party);
  const words = () => {
    if (boxed !== null) return t('deeds.boxed', { count: boxed });
    if (link && selectedLinks.length === 1) return linkWords(link, nodes, lang);
    if (!node)
      return selectedParties.length > 1 ? t('graph.status.selectedParty', { count: selectedParties.length }) : '';
    const said = t('graph.live', {
      kind: inLang(partyKind(node.drawnAs)?.words ?? { zh: '', en: '' }, lang),
      name: node.name,
      links: node.degree,
      came: moneyText(node.inFen, lang),
      went: moneyText(node.outFen, lang),
      findings: node.findings,
    });
    return selectedParties.includes(node.id) ? `${said} ${t('deeds.isSelected')}` : said;
  };
  return (
    <div className="unseen" aria-live="polite">
      {words()}
    </div>
  );
}
