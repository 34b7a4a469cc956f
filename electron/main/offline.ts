import type { CommandLine, Session, WebContents } from 'electron';

/**
 * Offline, in layers that do not rely on each other: the policy of the page (policy.ts), no way off the page (navigation.ts), the
 * three below, and in the core a guard that makes connecting throw (core/offline-guard.ts). Each was written because another one
 * alone lets something through: a policy does not stop navigation, and nothing but the WebRTC setting stops UDP.
 */

/** Before the app is ready: Chromium's own talkers are switched off, and no name resolves. */
export function switchOffline(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

type NetworkOfSession = Pick<Session, 'setProxy' | 'setSpellCheckerEnabled' | 'webRequest'>;

/** Every request but the page's own is cancelled; what is not seen here runs into a proxy that is not there. */
export async function cutSession(session: NetworkOfSession): Promise<void> {
  session.webRequest.onBeforeRequest(({ url }, done) => done({ cancel: !/^(app|blob|data):/.test(url) }));
  session.setSpellCheckerEnabled(false); // otherwise dictionaries are downloaded
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'http://127.0.0.1:9',
    proxyBypassRules: '<-loopback>', // 127.0.0.1 itself is not exempt either
  });
}

export function cutWebRtc(contents: Pick<WebContents, 'setWebRTCIPHandlingPolicy'>): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
