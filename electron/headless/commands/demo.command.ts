import { randomInt } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Fen } from '../../../shared/evidence/money.ts';
import { showMoney } from '../../../shared/evidence/money.ts';
import { actorName } from '../cli.ts';
import { type Command, must, Usage } from '../command.ts';
import { runLine } from '../run-line.ts';
import { writeSampleTo } from '../sample.ts';

/** The whole thread in one go on the sample, with nobody at the keyboard. Every step prints its figures as it ends. */
export default {
  name: 'demo',
  options: { seed: 'value', size: 'value', scope: 'value', noise: 'value' },
  async run(args, cli) {
    const [dir] = args.positional;
    if (dir === undefined) throw new Usage(cli.say('missing', { what: 'OUTDIR' }));
    const started = performance.now();
    const out = resolve(dir);
    mkdirSync(out, { recursive: true });
    const steps: string[] = [];
    const step = (line: string) => {
      steps.push(line);
      if (!cli.json) process.stdout.write(`${line}\n`);
    };

    const sample = await writeSampleTo(join(out, 'sheets'), args, cli);
    step(cli.say('demoGenerate', { files: sample.files.length, dir: sample.dir }));

    const core = cli.core(out);
    const passphraseFile = join(out, 'passphrase.txt');
    const passphrase = Array.from({ length: 24 }, () => 'abcdefghjkmnpqrstuvwxyz23456789'[randomInt(31)]).join('');
    writeFileSync(passphraseFile, `${passphrase}\n`, { mode: 0o600 });
    const info = must(
      await core.ask('case.create', {
        folder: 'demo',
        title: '示例：澄溪市骨科耗材“学术推广费”案',
        number: 'CX-DEMO',
        passphrase,
        actor: actorName(args),
      }),
    );
    step(cli.say('demoCreate', { folder: join(out, info.folder) }));

    const tickets = readdirSync(sample.dir)
      .filter((name) => !/\.(json|md)$/.test(name))
      .sort()
      .map((name) => cli.readTicket(core, join(sample.dir, name), 'import'));
    const report = must(await core.ask('import.write', { tickets }));
    const rows = { read: 0, imported: 0, rejected: 0, duplicate: 0, skipped: 0 };
    for (const sheet of report.files.flatMap((file) => file.sheets)) {
      for (const key of Object.keys(rows) as Array<keyof typeof rows>) rows[key] += sheet.rows[key];
    }
    step(cli.say('demoImport', rows));

    const run = must(await core.ask('detect.run', {}));
    const { findings } = must(await core.ask('findings.export', { lang: cli.lang }));
    const overview = must(await core.ask('overview.read', {}));
    step(
      cli.say('demoDetect', {
        models: run.runs.filter((r) => r.status === 'ran').length,
        cannot: run.runs.filter((r) => r.status === 'cannot-judge').length,
        findings: findings.length,
        amount: showMoney(overview.findings.fen as Fen, cli.lang),
      }),
    );
    const byModel = run.runs.map((r) => runLine(r, cli));
    for (const line of byModel) step(`    ${line}`);

    const written = must(
      await core.ask('report.write', {
        target: cli.writeTicket(core, join(out, 'summary.xlsx'), 'report'),
        lang: cli.lang,
      }),
    );
    step(cli.say('demoReport', { file: join(out, written.name) }));
    const sealedPath = join(out, 'demo.qyseal');
    const sealed = must(
      await core.ask('seal.write', {
        target: cli.writeTicket(core, sealedPath, 'seal'),
        to: { passphrase },
        purpose: 'demo',
      }),
    );
    step(cli.say('demoSeal', { file: sealedPath }));
    const verified = must(
      await core.ask('seal.verify', { ticket: cli.readTicket(core, sealedPath, 'sealed'), key: { passphrase } }),
    );
    step(cli.say('demoVerify', { members: verified.members.length }));
    step(
      cli.say('demoSeconds', { seconds: Math.round((performance.now() - started) / 100) / 10, file: passphraseFile }),
    );
    if (cli.json)
      cli.answer(
        {
          dir: out,
          rows,
          runs: run.runs,
          findings: findings.length,
          report: written,
          sealed,
          verified: verified.ok,
          steps,
        },
        () => [],
      );
  },
} satisfies Command;
