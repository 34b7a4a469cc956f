import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { armor, Decrypter, Encrypter } from 'age-encryption';
import { startBuiltHost } from '../make/started-host.ts';
import { passphrase } from './steps.ts';

/** What stands in a profile before a test begins: nothing, one case with nothing in it, or the sample case. */
export type Prepared = 'nothing' | 'case' | 'sample';

/** The passphrase of the sample is published: it protects nothing. */
const samplePassphrase = '清源示例案件-全为虚构-2026';

/**
 * Profiles that the built program made once, for tests to start from a copy: making a case or the sample anew for each test is most of what such a
 * test takes. The slots of the copies are sealed with a cheap passphrase work factor; that the standard one is used is tested elsewhere.
 */
export class PreparedProfiles {
  readonly #made = new Map<Prepared, Promise<string>>();

  /** Puts a copy of the prepared profile into a folder. */
  async copyTo(folder: string, what: Prepared): Promise<void> {
    if (what === 'nothing') return;
    const made = this.#made.get(what) ?? make(what);
    this.#made.set(what, made);
    const from = await made;
    cpSync(from, folder, { recursive: true });
    const opened = join(folder, 'cases.json');
    writeFileSync(
      opened,
      readFileSync(opened, 'utf8').replaceAll(JSON.stringify(from).slice(1, -1), JSON.stringify(folder).slice(1, -1)),
    );
  }

  async remove(): Promise<void> {
    for (const made of this.#made.values()) rmSync(await made, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function make(what: Exclude<Prepared, 'nothing'>): Promise<string> {
  const host = await startBuiltHost();
  const asks = {
    case: ['case.create', { title: '屏幕测试案', actor: '周某', passphrase }],
    sample: ['case.open-sample', {}],
  } as const;
  await host.ask('settings.write', { actor: '周某' });
  const [name, ask] = asks[what];
  const reply = await host.ask(name, ask);
  if (!reply.ok) throw new Error(`${name} for a prepared profile: ${reply.problem.code}`);
  host.child.kill('SIGTERM');
  await host.ended;
  const profile = mkdtempSync(join(tmpdir(), 'qy-prepared-'));
  cpSync(host.profile, profile, { recursive: true });
  const opened = join(profile, 'cases.json');
  writeFileSync(opened, readFileSync(opened, 'utf8').replaceAll(host.profile, profile));
  rmSync(host.profile, { recursive: true, force: true, maxRetries: 5 });
  for (const file of readdirSync(profile, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('passphrase.age'))
      await sealCheaply(join(profile, file), what === 'case' ? passphrase : samplePassphrase);
  return profile;
}

async function sealCheaply(file: string, secret: string): Promise<void> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(secret);
  const plain = await decrypter.decrypt(armor.decode(readFileSync(file, 'utf8')));
  const encrypter = new Encrypter();
  encrypter.setPassphrase(secret);
  encrypter.setScryptWorkFactor(10);
  writeFileSync(file, armor.encode(await encrypter.encrypt(plain)));
}
