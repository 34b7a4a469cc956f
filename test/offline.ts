import { expect } from 'vitest';
import { installOfflineGuard } from '../electron/core/offline-guard.ts';

// What belongs to the core is tested behind the guard it runs behind: a test that needs the network fails here first.
if (/[\\/]test[\\/](contract|unit[\\/](electron[\\/]core|shared))[\\/]/.test(expect.getState().testPath ?? ''))
  installOfflineGuard();
