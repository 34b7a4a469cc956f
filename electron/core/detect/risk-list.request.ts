import { ok } from '../../../shared/protocol/problem.ts';
import { answerInCase } from '../request.ts';
import { identityLine, partyCard } from '../store/party-cards.ts';
import { readRisk } from './read-risk.ts';

/** Parties by risk, with the parts each finding has in the score and the reason of a cap. */
export default answerInCase('risk.list', ({ party: only, offset, limit }, { openCase }) => {
  const { store } = openCase;
  const all = readRisk(store).filter(({ party }) => only === undefined || party === only);
  const parties = all.slice(offset, offset + limit).map(({ party, score, band, cap, parts, findings }) => {
    const card = partyCard(store, party);
    const named = new Map(findings.map((finding) => [finding.id, finding]));
    return {
      id: party,
      kind: card.kind,
      name: card.name,
      drawnAs: card.drawnAs,
      identity: identityLine(store, card),
      score,
      band,
      cap,
      parts: parts.map(({ finding, share }) => ({
        finding,
        share,
        number: named.get(finding)!.number,
        model: named.get(finding)!.model,
      })),
    };
  });
  return ok({ total: all.length, parties });
});
