/** People the case is about also attend proper conferences: rosters are where their hospital and identity are written. */

import { stampOf } from '../plain/civil.ts';
import type { Story } from '../truth/plants.ts';
import type { World } from '../world/world.ts';
import { goes } from './calendar.ts';

export function inviteToMeetings(world: World, story: Story): void {
  const random = world.random('invitations');
  const open = world.conferences.filter(
    (conference) => conference.list === 'society' && conference.type !== '科室会' && !conference.told,
  );
  const present = new Set(world.attendances.map((row) => `${row.conference.id}/${row.person.id}`));
  for (const person of story.invited) {
    let left = 2;
    for (const conference of random.sample(open, Math.min(12, open.length))) {
      if (left === 0) break;
      if (present.has(`${conference.id}/${person.id}`)) continue;
      const where = { city: conference.city, from: conference.start, days: conference.end - conference.start + 1 };
      if (!goes(world, person, where)) continue;
      world.attend({
        conference,
        day: conference.start,
        person,
        role: '参会',
        topic: '',
        gross: 0,
        net: 0,
        hours: 0,
        account: undefined,
        session: undefined,
        signedAt: stampOf(conference.start, 8, random.int(0, 59), random.int(0, 59)),
        shows: { idNo: true, phone: true },
        told: true,
      });
      present.add(`${conference.id}/${person.id}`);
      left--;
    }
  }
}
