import account from './account.kind.ts';
import accountHolding from './account-holding.kind.ts';
import agency from './agency.kind.ts';
import attendance from './attendance.kind.ts';
import award from './award.kind.ts';
import bidDeposit from './bid-deposit.kind.ts';
import bidding from './bidding.kind.ts';
import { handKindsOf } from './by-hand.ts';
import call from './call.kind.ts';
import card from './card.kind.ts';
import cash from './cash.kind.ts';
import clue from './clue.kind.ts';
import company from './company.kind.ts';
import contact from './contact.kind.ts';
import contract from './contract.kind.ts';
import contractParty from './contract-party.kind.ts';
import contracting from './contracting.kind.ts';
import control from './control.kind.ts';
import corpAccount from './corp-account.kind.ts';
import cso from './cso.kind.ts';
import dept from './dept.kind.ts';
import device from './device.kind.ts';
import doctor from './doctor.kind.ts';
import drug from './drug.kind.ts';
import employment from './employment.kind.ts';
import evaluation from './evaluation.kind.ts';
import fee from './fee.kind.ts';
import government from './government.kind.ts';
import handling from './handling.kind.ts';
import hospital from './hospital.kind.ts';
import invoice from './invoice.kind.ts';
import invoiceIssued from './invoice-issued.kind.ts';
import invoiceReceived from './invoice-received.kind.ts';
import invoicing from './invoicing.kind.ts';
import keypost from './keypost.kind.ts';
import kin from './kin.kind.ts';
import kinBusiness from './kin-business.kind.ts';
import type { LinkKind, PartyKind } from './kind.ts';
import kinship from './kinship.kind.ts';
import leadAbout from './lead-about.kind.ts';
import leadOrg from './lead-org.kind.ts';
import legalRep from './legal-rep.kind.ts';
import manufacture from './manufacture.kind.ts';
import meeting from './meeting.kind.ts';
import meetingCost from './meeting-cost.kind.ts';
import meetingRequest from './meeting-request.kind.ts';
import office from './office.kind.ts';
import ordering from './ordering.kind.ts';
import org from './org.kind.ts';
import organising from './organising.kind.ts';
import ownTransfer from './own-transfer.ts';
import payment from './payment.kind.ts';
import paymentInstitution from './payment-institution.kind.ts';
import person from './person.kind.ts';
import personalAccount from './personal-account.kind.ts';
import pharma from './pharma.kind.ts';
import phone from './phone.kind.ts';
import platform from './platform.kind.ts';
import prescribing from './prescribing.kind.ts';
import productBought from './product-bought.kind.ts';
import promoting from './promoting.kind.ts';
import purchase from './purchase.kind.ts';
import rep from './rep.kind.ts';
import representing from './representing.kind.ts';
import school from './school.kind.ts';
import sharedAddress from './shared-address.kind.ts';
import sharedDevice from './shared-device.kind.ts';
import sharedIp from './shared-ip.kind.ts';
import sharedPhone from './shared-phone.kind.ts';
import shareholding from './shareholding.kind.ts';
import society from './society.kind.ts';
import sponsorship from './sponsorship.kind.ts';
import supervision from './supervision.kind.ts';
import supplier from './supplier.kind.ts';
import supply from './supply.kind.ts';
import tender from './tender.kind.ts';
import tendering from './tendering.kind.ts';
import usage from './usage.kind.ts';
import visiting from './visiting.kind.ts';
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
  personalAccount,
  phone,
  cash,
  paymentInstitution,
  meeting,
  tender,
  contract,
  clue,
  drug,
  device,
  invoice,
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
  office,
  control,
  shareholding,
  kinship,
  kinBusiness,
  representing,
  promoting,
  visiting,
  supervision,
  accountHolding,
  leadAbout,
  leadOrg,
  call,
  purchase,
  productBought,
  supply,
  manufacture,
  ordering,
  tendering,
  evaluation,
  bidding,
  award,
  bidDeposit,
  prescribing,
  usage,
  invoicing,
  invoiceIssued,
  invoiceReceived,
  contracting,
  contractParty,
  // after contact: whoever is named as a company's contact shares its phone as such
  sharedPhone,
  sharedAddress,
  sharedIp,
  sharedDevice,
] as const;

/** 手工关系, one for each kind a person may state. */
export const handKinds: readonly LinkKind[] = handKindsOf(linkKinds);

/** Every kind that is drawn: from spreadsheets, then by hand. */
export const drawnKinds: readonly LinkKind[] = [...linkKinds, ...handKinds];

/** Every kind that may stand on the chart: those that are drawn, and what a party moved between its own accounts. */
export const chartKinds: readonly LinkKind[] = [...drawnKinds, ownTransfer];

/** 推断关系: drawn from what two parties share, not from what a record states of both. */
export const inferredKinds: readonly LinkKind[] = linkKinds.filter((kind: LinkKind) => kind.inferred);

/** Every kind that a record states, or a person. */
export const statedKinds: readonly LinkKind[] = drawnKinds.filter(({ inferred }) => !inferred);

export type PartyKindId = (typeof partyKinds)[number]['id'];
export type LinkKindId = (typeof linkKinds)[number]['id'];

const partyById: ReadonlyMap<string, PartyKind> = new Map(partyKinds.map((kind) => [kind.id, kind]));
const linkById: ReadonlyMap<string, LinkKind> = new Map(chartKinds.map((kind) => [kind.id, kind]));
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
