/** The only channel from the page of Electron's window, and the only one to it. */
export const REQUEST_CHANNEL = 'qingyuan:request';
export const EVENT_CHANNEL = 'qingyuan:event';
