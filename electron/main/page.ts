import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { securityHeaders } from './policy.ts';

/** One file of the built page, as the build recorded it. */
export interface PageFile {
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** 页面: the built renderer as a fixed map made at build time. What is not in the map does not exist, so no path can lead out of it. */
export interface Page {
  readonly folder: string;
  readonly files: ReadonlyMap<string, PageFile>;
}

export interface PageAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array<ArrayBuffer> | string;
}

/** `dist` is the folder that holds renderer/ and renderer-files.json. */
export function loadPage(dist: string): Page {
  const files = JSON.parse(readFileSync(join(dist, 'renderer-files.json'), 'utf8')) as Record<string, PageFile>;
  return { folder: join(dist, 'renderer'), files: new Map(Object.entries(files)) };
}

/** `path` is the path of the URL as it came: percent signs are not decoded, because no name of the page needs them. */
export async function answerPage(page: Page, method: string, path: string): Promise<PageAnswer> {
  if (method !== 'GET') return refuse(405, 'only GET');
  const name = path === '/' ? '/index.html' : path;
  const file = page.files.get(name);
  if (!file) return refuse(404, 'not part of the page');
  const body = await readFile(join(page.folder, name));
  // the archive is checked by Electron on Windows and macOS; this holds on Linux and in the loopback host too
  if (createHash('sha256').update(body).digest('hex') !== file.sha256) return refuse(500, 'changed since it was built');
  if (name !== '/index.html')
    return { status: 200, headers: { ...securityHeaders(), 'content-type': file.type }, body };
  const nonce = randomBytes(16).toString('base64');
  const html = body.toString('utf8').replaceAll('__CSP_NONCE__', nonce);
  return { status: 200, headers: { ...securityHeaders(nonce), 'content-type': file.type }, body: html };
}

export function refuse(status: number, why: string): PageAnswer {
  return { status, headers: { ...securityHeaders(), 'content-type': 'text/plain; charset=utf-8' }, body: `${why}\n` };
}
