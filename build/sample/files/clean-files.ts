/** What really happened as plain tables, for whoever wants to score without the spreadsheets: clean/*.csv, UTF-8, fen. */

import type { SampleFile } from '../options.ts';
import { isoDay, isoStamp } from '../plain/civil.ts';
import type { World } from '../world/world.ts';

export function cleanFiles(world: World): SampleFile[] {
  return [
    table(
      'parties',
      ['id', 'kind', 'name', 'number', 'role', 'employer'],
      [
        ...world.orgs.map((org) => [org.id, 'org', org.name, org.uscc, org.role, '']),
        ...world.people.map((person) => [
          person.id,
          'person',
          person.name,
          person.idNo,
          person.title ?? '',
          person.employer?.id ?? '',
        ]),
      ],
    ),
    table(
      'transfers',
      [
        'id',
        'at',
        'payer',
        'payer_account',
        'payee',
        'payee_account',
        'fen',
        'summary',
        'remark',
        'failed',
        'reverses',
      ],
      world.transfers.map((each) => [
        each.id,
        isoStamp(each.at),
        each.from.holder.id,
        each.from.number,
        each.to.holder.id,
        each.to.number,
        String(each.fen),
        each.summary,
        each.remark,
        String(each.failed),
        each.reverses ?? '',
      ]),
    ),
    table(
      'expenses',
      ['id', 'company', 'day', 'type', 'fen', 'payee', 'conference', 'summary'],
      world.expenses.map((each) => [
        each.id,
        each.company.id,
        isoDay(each.day),
        each.type,
        String(each.fen),
        each.payee.id,
        each.conference?.id ?? '',
        each.summary,
      ]),
    ),
    table(
      'conferences',
      ['id', 'no', 'name', 'type', 'organizer', 'start', 'end', 'city', 'attendance'],
      world.conferences.map((each) => [
        each.id,
        each.no,
        each.name,
        each.type,
        each.organizer.id,
        isoDay(each.start),
        isoDay(each.end),
        each.city,
        String(each.attendance),
      ]),
    ),
    table(
      'attendances',
      ['id', 'conference', 'day', 'person', 'role', 'topic', 'net_fen'],
      world.attendances.map((each) => [
        each.id,
        each.conference.id,
        isoDay(each.day),
        each.person.id,
        each.role,
        each.topic,
        String(each.net),
      ]),
    ),
  ];
}

function table(name: string, header: readonly string[], rows: ReadonlyArray<readonly string[]>): SampleFile {
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const text = [header, ...rows].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
  return { name: `clean/${name}.csv`, bytes: new TextEncoder().encode(text) };
}
