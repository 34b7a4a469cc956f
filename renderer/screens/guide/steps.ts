/** The seven steps through the sample case, in order. */
export const guideSteps = ['import', 'parties', 'overview', 'money', 'findings', 'meeting', 'seal'] as const;
export type GuideStep = (typeof guideSteps)[number];
