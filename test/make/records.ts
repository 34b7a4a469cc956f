import { drawLinks } from '../../electron/core/graph/draw-graph.ts';
import { resolveParties } from '../../electron/core/parties/resolve-parties.ts';
import type { Store } from '../../electron/core/store/connect.ts';
import { packCells, textCell } from '../../shared/evidence/cell.ts';
import { caseInMemory } from '../case-in-memory.ts';
import { type MentionSpec, writeMentions } from './mentions.ts';

type Who = string | MentionSpec;

export interface Payment {
  readonly by: Who;
  readonly to: Who;
  readonly yuan: number;
  readonly on: string;
  readonly time?: string;
  readonly memo?: string;
  readonly outcome?: 'ok' | 'failed' | 'reversed';
  readonly direction?: 'in' | 'out' | 'neutral';
  /** the row this one mirrors */
  readonly mirrors?: number;
}

/** Records written straight into the store, sheet by sheet, as an import leaves them. `draw()` makes parties and links of them. */
export class Records {
  readonly store: Store = caseInMemory();
  readonly #sheets = new Map<string, { id: number; rows: number }>();

  /** Returns the row id. */
  pay({ by, to, yuan, on, time, memo, outcome = 'ok', direction = 'out', mirrors }: Payment): number {
    const [holder, counterparty] = this.#mentions(direction === 'in' ? to : by, direction === 'in' ? by : to);
    const row = this.#row(
      'bank_flow',
      ['holder_name', 'counterparty_name', 'txn_date', 'amount', 'summary'],
      [nameOf(direction === 'in' ? to : by), nameOf(direction === 'in' ? by : to), on, yuan.toFixed(2), memo ?? ''],
    );
    this.store.db
      .prepare(
        `insert into rec_bank_flow (row, holder, counterparty, day, time, precision, fen, direction, summary, outcome, mirror_of)
         values (?, ?, ?, ?, ?, 'day', ?, ?, ?, ?, ?)`,
      )
      .run(
        row,
        holder,
        counterparty,
        on,
        time ?? null,
        Math.round(yuan * 100),
        direction,
        memo ?? null,
        outcome,
        mirrors ?? null,
      );
    return row;
  }

  fee(fee: {
    company: Who;
    payee: Who;
    yuan: number;
    on: string;
    type?: string;
    conference?: string;
    handler?: Who;
  }): number {
    const [company, payee] = this.#mentions(fee.company, fee.payee);
    const [handler] = fee.handler === undefined ? [null] : this.#mentions(fee.handler);
    const [conference] =
      fee.conference === undefined ? [null] : this.#mentions({ kind: 'conference', name: fee.conference });
    const row = this.#row(
      'expense',
      ['company', 'payee_name', 'expense_date', 'amount', 'expense_type', 'handler'],
      [
        nameOf(fee.company),
        nameOf(fee.payee),
        fee.on,
        fee.yuan.toFixed(2),
        fee.type ?? '',
        fee.handler === undefined ? '' : nameOf(fee.handler),
      ],
    );
    this.store.db
      .prepare(
        `insert into rec_expense (row, company, payee, handler, conference, day, precision, fen, type_text)
         values (?, ?, ?, ?, ?, ?, 'day', ?, ?)`,
      )
      .run(row, company, payee, handler, conference, fee.on, Math.round(fee.yuan * 100), fee.type ?? null);
    return row;
  }

  attend(at: {
    person: Who;
    conference: string;
    org?: string;
    on?: string;
    title?: string;
    dept?: string;
    role?: string;
  }): number {
    const person: MentionSpec = typeof at.person === 'string' ? { name: at.person } : at.person;
    const [mention] = this.#mentions({
      ...person,
      ...(at.org ? { employer: at.org } : {}),
      ...(at.dept ? { dept: at.dept } : {}),
    });
    const [conference] = this.#mentions({ kind: 'conference', name: at.conference, ...(at.on ? { day: at.on } : {}) });
    const [org] = at.org === undefined ? [null] : this.#mentions(at.org);
    const row = this.#row(
      'conference_person',
      ['conference_name', 'name', 'org', 'dept', 'title'],
      [at.conference, nameOf(at.person), at.org ?? '', at.dept ?? '', at.title ?? ''],
    );
    this.store.db
      .prepare(
        `insert into rec_conference_person (row, conference, person, org, conference_day, dept, title, role)
         values (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(row, conference, mention, org, at.on ?? null, at.dept ?? null, at.title ?? null, at.role ?? 'attendee');
    return row;
  }

  meeting(of: { name: string; on: string; organizer?: string; sponsors?: readonly string[]; no?: string }): number {
    const [conference] = this.#mentions({
      kind: 'conference',
      name: of.name,
      day: of.on,
      ...(of.no ? { no: of.no } : {}),
    });
    const [organizer] = of.organizer === undefined ? [null] : this.#mentions(of.organizer);
    const row = this.#row(
      'conference',
      ['name', 'start_date', 'organizer', 'sponsor'],
      [of.name, of.on, of.organizer ?? '', (of.sponsors ?? []).join('、')],
    );
    this.store.db
      .prepare(
        `insert into rec_conference (row, conference, conference_no, name, organizer, start_day, precision) values (?, ?, ?, ?, ?, ?, 'day')`,
      )
      .run(row, conference, of.no ?? null, of.name, organizer, of.on);
    const put = this.store.db.prepare("insert into rec_mention values (?, 'sponsor', ?)");
    for (const sponsor of this.#mentions(...(of.sponsors ?? []))) put.run(row, sponsor);
    return row;
  }

  company(of: {
    name: string;
    uscc?: string;
    legalRep?: string;
    role?: string;
    phone?: string;
    former?: readonly string[];
  }): number {
    const [company] = this.#mentions({ name: of.name, ...(of.uscc ? { uscc: of.uscc } : {}) });
    const [legalRep] = of.legalRep === undefined ? [null] : this.#mentions({ name: of.legalRep, employer: of.name });
    const row = this.#row(
      'company',
      ['name', 'uscc', 'legal_rep', 'role'],
      [of.name, of.uscc ?? '', of.legalRep ?? '', of.role ?? ''],
    );
    this.store.db
      .prepare('insert into rec_company (row, company, uscc, legal_rep, role) values (?, ?, ?, ?, ?)')
      .run(row, company, of.uscc ?? null, legalRep, of.role ?? null);
    const put = this.store.db.prepare("insert into rec_mention values (?, 'former_names', ?)");
    for (const former of this.#mentions(...(of.former ?? []))) put.run(row, former);
    return row;
  }

  /** An open finding that rests on these rows and names these parties (by name). */
  finding(of: { rows?: readonly number[]; about?: readonly string[]; severity?: number; status?: string }): number {
    const { db } = this.store;
    db.prepare("insert or ignore into run (id, uid, at, actor, ms) values (1, 'r1', '2026-01-01', '审核员', 1)").run();
    const id = Number(
      db
        .prepare(
          `insert into finding (uid, number, model, version, key, settings, severity, confidence, params, measures, evidence_sha256, first_run, last_run, status)
           values (:u, :n, 'm', 1, :u, '{}', :severity, 1, '{}', '[]', '', 1, 1, :status)`,
        )
        .run({
          u: `f${this.#next()}`,
          n: `YD-2026-${String(this.#next()).padStart(6, '0')}`,
          severity: of.severity ?? 3,
          status: of.status ?? 'open',
        }).lastInsertRowid,
    );
    for (const row of of.rows ?? [])
      db.prepare("insert into finding_row values (?, ?, 'amount', 'evidence', null)").run(id, row);
    for (const [pos, name] of (of.about ?? []).entries())
      db.prepare("insert into finding_subject values (?, ?, 'payee', ?, null, ?)").run(id, pos, this.party(name), name);
    return id;
  }

  draw(): this {
    this.store.transaction(() => {
      resolveParties(this.store, '2026-01-01T00:00:00.000Z');
      drawLinks(this.store);
    });
    return this;
  }

  /** The id of the party of this name; there must be exactly one. */
  party(name: string): number {
    const found = this.store.db.prepare<[string], number>('select id from party where name = ?').pluck().all(name);
    if (found.length !== 1) throw new Error(`${found.length} parties are called ${name}`);
    return found[0]!;
  }

  #next = () => this.store.db.prepare('select count(*) + 1 from finding').pluck().get() as number;

  #mentions(...who: readonly Who[]): number[] {
    return writeMentions(
      this.store,
      who.map((each) => (typeof each === 'string' ? { name: each } : each)),
    );
  }

  #row(category: string, fields: readonly string[], texts: readonly string[]): number {
    const { db } = this.store;
    let sheet = this.#sheets.get(category);
    if (!sheet) {
      const evidence = db
        .prepare(
          "insert into evidence (uid, name, bytes, sha256, sm3, chunks, taken_at, taken_by) values (:name, :name || '.xlsx', 1, :name, :name, 0, '', '')",
        )
        .run({ name: category }).lastInsertRowid;
      const batch = db
        .prepare("insert into batch (uid, evidence, at, actor, state) values (?, ?, '', '', 'written')")
        .run(category, evidence).lastInsertRowid;
      const columns = fields.map((field, index) => ({ index, header: field, field, confidence: 1 }));
      const id = db
        .prepare(
          `insert into sheet (batch, name, idx, category, confidence, header_row, columns, rows_read, rows_imported, rows_rejected, rows_duplicate, rows_skipped)
           values (?, '明细', 0, ?, 1, 1, ?, 0, 0, 0, 0, 0)`,
        )
        .run(batch, category, JSON.stringify(columns)).lastInsertRowid;
      sheet = { id: Number(id), rows: 1 };
      this.#sheets.set(category, sheet);
    }
    sheet.rows++;
    const cells = packCells(texts.map((text) => (text === '' ? null : textCell(text))));
    return Number(
      db
        .prepare("insert into row (sheet, n, state, cells) values (?, ?, 'imported', ?)")
        .run(sheet.id, sheet.rows, cells).lastInsertRowid,
    );
  }
}

const nameOf = (who: Who): string => (typeof who === 'string' ? who : (who.name ?? who.account ?? ''));
