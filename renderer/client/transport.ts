import type { Transport } from './bridge.ts';
import { loopback } from './loopback.ts';

declare global {
  interface Window {
    readonly qingyuan?: Transport;
  }
}

export const transport: Transport = window.qingyuan ?? loopback();
