import type { IncomingMessage } from 'node:http';

export const REQUEST_LIMIT = 4 * 1024 * 1024;

/** One evidence file. It is held in memory until the core has encrypted it: bytes of evidence never touch the disk in clear. */
export const UPLOAD_LIMIT = 512 * 1024 * 1024;

/** The whole body, or undefined when it is larger than `limit` bytes; then the rest is not read. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined;
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > limit) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts, bytes);
}

/** The { name, ask } of a request, or undefined when the body is something else. */
export function parseRequest(body: Uint8Array): { name: unknown; ask: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return typeof value === 'object' && value !== null && 'name' in value && 'ask' in value
      ? { name: value.name, ask: value.ask }
      : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof TypeError) return undefined; // not JSON, not UTF-8
    throw cause;
  }
}
