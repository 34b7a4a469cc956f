import account from './account.kind.ts';
import agency from './agency.kind.ts';
import attendance from './attendance.kind.ts';
import card from './card.kind.ts';
import cash from './cash.kind.ts';
import company from './company.kind.ts';
import contact from './contact.kind.ts';
import corpAccount from './corp-account.kind.ts';
import cso from './cso.kind.ts';
import dept from './dept.kind.ts';
import doctor from './doctor.kind.ts';
import employment from './employment.kind.ts';
import fee from './fee.kind.ts';
import government from './government.kind.ts';
import handling from './handling.kind.ts';
import hospital from './hospital.kind.ts';
import keypost from './keypost.kind.ts';
import kin from './kin.kind.ts';
import type { LinkKind, PartyKind } from './kind.ts';
import legalRep from './legal-rep.kind.ts';
import meeting from './meeting.kind.ts';
import meetingCost from './meeting-cost.kind.ts';
import meetingRequest from './meeting-request.kind.ts';
import org from './org.kind.ts';
import organising from './organising.kind.ts';
import payment from './payment.kind.ts';
import paymentInstitution from './payment-institution.kind.ts';
import person from './person.kind.ts';
import pharma from './pharma.kind.ts';
import platform from './platform.kind.ts';
import rep from './rep.kind.ts';
import school from './school.kind.ts';
import society from './society.kind.ts';
import sponsorship from './sponsorship.kind.ts';
import supplier from './supplier.kind.ts';
import wallet from './wallet.kind.ts';

/**
 * Every kind of the case, in the order of the legend. A list and not a glob, because shared knows no bundler:
 * test/contract/every-kind.test.ts fails as long as a `*.kind.ts` of this folder is missing here.
 */
export const partyKinds = [
  person,
  doctor,
  keypost,
  rep,
  kin,
  company,
  pharma,
  supplier,
  cso,
  agency,
  platform,
  org,
  society,
  government,
  school,
  hospital,
  dept,
  account,
  corpAccount,
  card,
  wallet,
  cash,
  paymentInstitution,
  meeting,
] as const;
export const linkKinds = [
  payment,
  fee,
  meetingCost,
  handling,
  attendance,
  sponsorship,
  organising,
  meetingRequest,
  employment,
  legalRep,
  contact,
] as const;

export type PartyKindId = (typeof partyKinds)[number]['id'];
export type LinkKindId = (typeof linkKinds)[number]['id'];

const partyById: ReadonlyMap<string, PartyKind> = new Map(partyKinds.map((kind) => [kind.id, kind]));
const linkById: ReadonlyMap<string, LinkKind> = new Map(linkKinds.map((kind) => [kind.id, kind]));
const drawnBy = new Map<string, PartyKindId>(
  partyKinds.map((kind: PartyKind & { id: PartyKindId }) => [
    kind.draws.role === undefined ? kind.draws.kind : `${kind.draws.kind}/${kind.draws.role}`,
    kind.id,
  ]),
);

/** How a party of this stored kind and role is drawn. An unknown role falls back to the kind, an unknown kind to `org`. */
export function drawnAs(kind: string, role: string | null): PartyKindId {
  return (role === null ? undefined : drawnBy.get(`${kind}/${role}`)) ?? drawnBy.get(kind) ?? 'org';
}

/** The party kind with this id (`drawnAs` of a node), or undefined. */
export const partyKind = (id: string): PartyKind | undefined => partyById.get(id);

/** The link kind with this id (`kind` of a link), or undefined. */
export const linkKind = (id: string): LinkKind | undefined => linkById.get(id);
