/** Honest promotion companies: older than two years, insured staff, and for every fee an event with a roster. */
import type { SizePlan } from '../options.ts';
import { yuan } from '../plain/fen.ts';
import type { Story } from '../truth/plants.ts';
import type { Population } from '../world/population.ts';
import type { Org } from '../world/types.ts';
import { CASE_FROM, type World } from '../world/world.ts';
import type { MeetingHall } from './background-meetings.ts';
import { gather, meetingDay } from './calendar.ts';
import { holdMeeting, hotelVenue, officeHours } from './meetings.ts';

export function honestPromotion(
  world: World,
  plan: SizePlan,
  population: Population,
  hall: MeetingHall,
  story: Story,
): void {
  const events = plan.csos <= 4 ? 3 : 2;
  population.csos.forEach((cso, i) => {
    const random = world.random(`honest-promotion/${i}`);
    const client = hall.honestMakers[i % hall.honestMakers.length]!;
    const rows: string[] = [];
    const conferences: string[] = [];
    for (let event = 0; event < events; event++) {
      const start = meetingDay(CASE_FROM + 300 + event * Math.floor(720 / events) + random.int(0, 20), false);
      const hotel = random.pick(population.hotels);
      const where = { city: hotel.city, from: start, days: 1 };
      const speakers = gather(world, random, hall.speakers, random.int(2, 3), where);
      const attendees = gather(world, random, hall.audience, random.int(12, 20), where);
      const meeting = holdMeeting(world, random, {
        type: '圆桌会',
        name: `${client.short}产品临床应用圆桌会（第${event + 1}期·${cso.short}承办）`,
        start,
        days: 1,
        organizer: cso,
        sponsors: [client],
        speakers,
        attendees,
        city: hotel.city,
        venue: hotelVenue(random, hotel),
        hotel,
        restaurant: random.pick(population.restaurants),
        product: '骨科耗材',
        list: 'company',
        told: true,
      });
      conferences.push(meeting.conference.id);
      rows.push(...meeting.rows);
      for (const offset of [-20, 30]) {
        const service = promotionFee(world, random, client, cso, start + offset + random.int(0, 8), event);
        rows.push(...service);
      }
    }
    if (i < 3) {
      story.lookalikes.push({
        id: `L28-${i + 1}`,
        kind: '有活动、有名单的推广服务商',
        model: 'academic-fee-no-conference',
        subjects: [cso],
        conferences,
        rows,
        zh: `${cso.name}成立两年以上、有参保人员，每笔推广服务费前后都有署名的活动和签到名单。`,
      });
    }
  });
}

function promotionFee(
  world: World,
  random: ReturnType<World['random']>,
  client: Org,
  cso: Org,
  day: number,
  event: number,
): string[] {
  const fen = yuan(random.int(42, 118) * 700);
  const transfer = world.pay('H', {
    from: world.accountOf(client),
    to: world.accountOf(cso),
    fen,
    at: officeHours(random, day),
    summary: '推广服务费',
    remark: `第${event + 1}期活动服务费`,
    told: true,
  });
  const expense = world.spend('H', {
    paidBy: transfer.id,
    company: client,
    day: day + 1,
    type: '学术推广费',
    fen,
    payee: cso,
    payeeAccount: world.accountOf(cso),
    product: '骨科耗材',
    summary: `推广服务费（第${event + 1}期活动）`,
    told: true,
  });
  return [transfer.id, expense.id];
}
