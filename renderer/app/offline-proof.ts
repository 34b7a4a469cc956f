/** What this page itself can say about being offline: its policy was kept, and everything it loaded came from the program. */
export interface PageProof {
  readonly violations: number;
  readonly own: number;
  readonly foreign: number;
}

let violations = 0;

/** Counts from the first moment what the page's policy stopped. */
export function startPolicyWatch(): void {
  document.addEventListener('securitypolicyviolation', () => {
    violations += 1;
  });
}

export function pageProof(): PageProof {
  const loaded = performance.getEntriesByType('resource').filter(({ name }) => !/^(data|blob):/.test(name));
  const foreign = loaded.filter(({ name }) => new URL(name).origin !== location.origin).length;
  return { violations, own: loaded.length - foreign, foreign };
}
