import { ok } from '../../../shared/protocol/problem.ts';
import { offlineState } from '../offline-guard.ts';
import { answer } from '../request.ts';
import { engine } from '../store/connect.ts';
import { VERSION } from '../tool.ts';

export default answer('app.info', (_ask, { shell }) => {
  const { sqlite, cipher } = engine();
  return ok({
    version: VERSION,
    shell: shell.kind,
    node: process.versions.node,
    sqlite,
    cipher,
    platform: `${process.platform} ${process.arch}`,
    offline: { ...offlineState(), checkedAt: shell.now().toISOString() },
  });
});
