import type { Settings } from './settings.requests.ts';

/** What a window starts with. Apart from the shapes, because the page must not load zod: it probes for eval, which the policy reports. */
export const defaultSettings: Settings = { lang: 'zh-CN', theme: 'system', actor: '', idleMinutes: 10, money: 'auto' };
