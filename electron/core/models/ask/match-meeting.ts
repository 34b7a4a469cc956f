import { dayNumber } from '../../../../shared/evidence/day.ts';
import { orgKey } from '../../../../shared/evidence/name.ts';
import { isShareAtLeast } from './exact.ts';
import { lectureOf, type Meeting } from './meetings.ts';
import { isOneSlip, likeness, nameKey } from './name-likeness.ts';
import type { Canonical } from './org-aliases.ts';
import { remembered } from './remembered.ts';

/** How far from a meeting its money may be booked, and how alike two names must be. */
export interface MatchRule {
  /** days before the first day */
  readonly before: number;
  /** days after the last day */
  readonly after: number;
  /** shared trigrams / all trigrams, 0 to 1 */
  readonly nameSim: number;
  /** the firm that a short name stands for */
  readonly canonical: Canonical;
}

/** A booking or a ledger line that may be for a meeting. Parties are ids; null where nobody is named. */
export interface Spending {
  readonly day: string;
  readonly payer: number | null;
  readonly payee: number | null;
  readonly payeeName: string;
  /** the party of the conference that the line itself names */
  readonly conference: number | null;
  readonly conferenceNo: string | null;
  readonly conferenceName: string | null;
  readonly memo: string;
}

/**
 * 'named' the line names the meeting · 'speaker' and 'host' the payee lectured or organised, and the payer stands behind the
 * meeting · 'venue' the payee is named in the venue.
 */
export interface Match {
  readonly meeting: Meeting;
  readonly how: 'named' | 'host' | 'speaker' | 'venue';
}

/** Why a nearby meeting is not the one a line was for. */
export interface Near {
  readonly meeting: Meeting;
  readonly why: 'other-days' | 'other-sponsor' | 'other-payee';
}

export interface MeetingMatcher {
  match(spending: Spending): Match | undefined;
  /** The meetings nearest in time, at most `limit`, with the reason why they are not it. */
  nearest(spending: Spending, limit: number): Near[];
}

/** The key of a payee's name as that of a place: the same few names stand on a million payments. */
const placeKey = remembered(orgKey);

/** Finds the meeting a line of spending was for. The nearest in time wins; a meeting that the line names wins over all. */
export function meetingMatcher(meetings: readonly Meeting[], rule: MatchRule): MeetingMatcher {
  const byConference = Map.groupBy(meetings, (meeting) => meeting.conference);
  const byNo = Map.groupBy(
    meetings.filter(({ no }) => no !== null),
    ({ no }) => no,
  );
  const all = inOrder(meetings);
  const silent = inOrder(meetings.filter(({ tellsSponsors }) => !tellsSponsors));
  const behind = meetingsBehind(meetings.filter(({ tellsSponsors }) => tellsSponsors));
  const longest = meetings.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  const distance = (meeting: Meeting, day: number) =>
    day < meeting.start ? meeting.start - day : Math.max(0, day - meeting.end);
  const nearestOf = (found: readonly Meeting[], day: number): Meeting | undefined =>
    found.toSorted((a, b) => distance(a, day) - distance(b, day) || byName(a, b))[0];

  const isAround = (meeting: Meeting, day: number): boolean =>
    meeting.start - rule.before <= day && day <= meeting.end + rule.after;

  /** Of these meetings those whose window holds the day. */
  function around(day: number, { list, starts }: InOrder): Meeting[] {
    const found: Meeting[] = [];
    for (let i = firstFrom(starts, day - rule.after - longest); i < list.length; i++) {
      const meeting = list[i]!;
      if (meeting.start - rule.before > day) break;
      if (isAround(meeting, day)) found.push(meeting);
    }
    return found;
  }

  const inText = namesInText(meetings);
  const likeNames = new Map<string, boolean>();
  function isLike(name: string, meeting: Meeting): boolean {
    const pair = `${name}\n${meeting.key}`;
    const known = likeNames.get(pair);
    if (known !== undefined) return known;
    const { shared, all } = likeness(name, meeting.key);
    const like = (all > 0 && isShareAtLeast(shared, all, rule.nameSim)) || isOneSlip(name, meeting.key);
    likeNames.set(pair, like);
    return like;
  }

  /** The meeting the line names. Of several alike, one that payer or payee belongs to goes first, then the closest name, then the nearest day. */
  function named(spending: Spending, day: number): Meeting | undefined {
    const own = spending.conference === null ? undefined : byConference.get(spending.conference);
    if (own) return nearestOf(own, day);
    const name = nameKey(spending.conferenceName ?? '');
    const numbered = spending.conferenceNo === null ? undefined : byNo.get(spending.conferenceNo);
    const same = numbered?.filter((meeting) => name === '' || isLike(name, meeting) || meeting.key.includes(name));
    if (same && same.length > 0) return nearestOf(same, day);
    const words = name + nameKey(spending.memo);
    const said = inText(words);
    const alike =
      name === ''
        ? [...said].filter((meeting) => isAround(meeting, day))
        : around(day, all).filter((meeting) => said.has(meeting) || isLike(name, meeting));
    if (alike.length <= 1) return alike[0];
    const belongs = (meeting: Meeting) =>
      [spending.payer, spending.payee].filter(
        (party) =>
          party !== null && (meeting.hosts.has(party) || meeting.sponsors.has(party) || meeting.lectures.has(party)),
      ).length;
    const closeness = (meeting: Meeting) => {
      if (said.has(meeting)) return 1;
      const { shared, all } = likeness(name, meeting.key);
      return shared / all;
    };
    return alike.toSorted(
      (a, b) =>
        belongs(b) - belongs(a) || closeness(b) - closeness(a) || distance(a, day) - distance(b, day) || byName(a, b),
    )[0];
  }

  const plain = (spending: Spending): Spending => ({
    ...spending,
    payer: spending.payer === null ? null : rule.canonical(spending.payer),
    payee: spending.payee === null ? null : rule.canonical(spending.payee),
  });

  function match(written: Spending): Match | undefined {
    const spending = plain(written);
    const day = dayNumber(spending.day);
    const own = named(spending, day);
    if (own) return { meeting: own, how: 'named' };
    const { payer, payee } = spending;
    if (payee === null) return undefined;
    const backed = [silent, payer === null ? undefined : behind.get(payer)].flatMap((each) =>
      each ? around(day, each) : [],
    );
    if (backed.length === 0) return undefined;
    // a payer who surely stands behind one meeting did not pay for a nearer one whose list merely names no sponsors
    const nearestBacked = (found: readonly Meeting[]): Meeting | undefined =>
      nearestOf(
        found.filter((meeting) => isBehind(meeting, payer)),
        day,
      ) ?? nearestOf(found, day);
    const host = nearestBacked(backed.filter((meeting) => meeting.hosts.has(payee)));
    if (host) return { meeting: host, how: 'host' };
    const spoke = nearestBacked(backed.filter((meeting) => lectureOf(meeting, payee, spending.payeeName)));
    if (spoke) return { meeting: spoke, how: 'speaker' };
    const place = placeKey(spending.payeeName);
    if (place.length < 4) return undefined;
    const venue = nearestBacked(backed.filter((meeting) => meeting.venueKey.includes(nameKey(place))));
    return venue ? { meeting: venue, how: 'venue' } : undefined;
  }

  function nearest(written: Spending, limit: number): Near[] {
    const spending = plain(written);
    const day = dayNumber(spending.day);
    const from = firstFrom(all.starts, day);
    const candidates = all.list.slice(Math.max(0, from - 4 * limit), from + 4 * limit);
    return candidates
      .toSorted((a, b) => distance(a, day) - distance(b, day) || byName(a, b))
      .slice(0, limit)
      .map((meeting) => ({ meeting, why: whyNot(meeting, day, spending) }));
  }

  function whyNot(meeting: Meeting, day: number, spending: Spending): Near['why'] {
    if (day < meeting.start - rule.before || day > meeting.end + rule.after) return 'other-days';
    return standsBehind(meeting, spending.payer) ? 'other-payee' : 'other-sponsor';
  }

  return { match, nearest };
}

/** Meetings by their first day. */
interface InOrder {
  readonly list: readonly Meeting[];
  readonly starts: readonly number[];
}

function inOrder(meetings: readonly Meeting[]): InOrder {
  const list = meetings.toSorted((a, b) => a.start - b.start || a.row - b.row);
  return { list, starts: list.map(({ start }) => start) };
}

/** Party → the meetings that it sponsors or holds: a payment is compared with these alone, not with all meetings of its half-year. */
function meetingsBehind(meetings: readonly Meeting[]): ReadonlyMap<number, InOrder> {
  const byParty = new Map<number, Meeting[]>();
  for (const meeting of meetings)
    for (const party of new Set([...meeting.sponsors, ...meeting.hosts])) {
      const known = byParty.get(party);
      if (known) known.push(meeting);
      else byParty.set(party, [meeting]);
    }
  return new Map([...byParty].map(([party, list]) => [party, inOrder(list)]));
}

const SHORTEST_NAME = 6;

/** Which meetings a text names in full. Names are looked up by their first characters, so that long lists cost nothing. */
function namesInText(meetings: readonly Meeting[]): (text: string) => ReadonlySet<Meeting> {
  const byStart = Map.groupBy(
    meetings.filter(({ key }) => key.length >= SHORTEST_NAME),
    ({ key }) => key.slice(0, SHORTEST_NAME),
  );
  const none: ReadonlySet<Meeting> = new Set();
  return (text) => {
    let found: Set<Meeting> | undefined;
    for (let at = 0; at + SHORTEST_NAME <= text.length; at++)
      for (const meeting of byStart.get(text.slice(at, at + SHORTEST_NAME)) ?? []) {
        if (!text.startsWith(meeting.key, at)) continue;
        found ??= new Set();
        found.add(meeting);
      }
    return found ?? none;
  };
}

/** An order that does not depend on which file came first. */
const byName = (a: Meeting, b: Meeting): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.start - b.start || a.row - b.row;

/** Whether the payer sponsors or holds the meeting; a list that has no sponsors' column cannot say no. */
const standsBehind = (meeting: Meeting, payer: number | null): boolean =>
  !meeting.tellsSponsors || isBehind(meeting, payer);

const isBehind = ({ sponsors, hosts }: Meeting, payer: number | null): boolean =>
  payer !== null && (sponsors.has(payer) || hosts.has(payer));

/** The first index whose value is at least `wanted`. */
function firstFrom(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
