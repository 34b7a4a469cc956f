/** S17: several channels name one doctor; about an innocent one there is a single malicious letter, and leads that were found to be nothing. */
import { dayOf } from '../plain/civil.ts';
import type { Town } from './town.ts';

const channels = ['12388纪检监察举报', '12345政务服务热线', '来信来访', '审计移送'];

export function manyLeads(town: Town, count: number): void {
  for (let i = 0; i < count; i++) plantOne(town, i);
}

function plantOne(town: Town, index: number): void {
  const id = `S17-${index + 1}`;
  const random = town.world.random(`scheme/${id}`);
  const ward = town.ward();
  const doctor = town.hire(random, ward, '主任医师', { position: '科主任' });
  const innocent = town.hire(random, ward, '副主任医师');
  const lead = (subject: typeof doctor, source: string, received: number, content: string, status: string): string =>
    town.book.add('clue', {
      source,
      received_on: received,
      subject_name: subject,
      subject_org: ward.org,
      content,
      status,
    });
  const start = dayOf(2023, 6, 1) + random.int(0, 200);
  const rows = channels
    .slice(0, random.int(3, 4))
    .map((source, n) =>
      lead(
        doctor,
        source,
        start + n * random.int(20, 60),
        ['开单与供货商挂钩', '收受推销人员现金', '安排亲属经营耗材', '采购论证前接受宴请'][n]!,
        '初步核实',
      ),
    );
  const letter = lead(innocent, '来信来访', start + 15, '以讲课为名敛财，乱搞关系', '已受理');
  const dismissed = [0, 1].map((n) =>
    lead(innocent, channels[n]!, start + 40 + n * 30, `查无此事之反映${n + 1}`, '了结，查无实据'),
  );
  town.plant({
    id,
    scheme: 'S17',
    difficulty: 1,
    expected: [{ model: 'clue-hotspot', subjects: [doctor], rows }],
    subjects: [doctor],
    rows,
    fen: 0,
    drawn: { leads: rows.length },
    zh: `${rows.length}个渠道的线索都反映${ward.org.name}${doctor.name}。`,
  });
  town.honest({
    id: `L17-clue-${index + 1}`,
    kind: '单一恶意举报',
    model: 'clue-hotspot',
    subjects: [innocent],
    rows: [letter, ...dismissed],
    zh: `${innocent.name}只有一封匿名信，另两件线索查无实据。`,
  });
}
