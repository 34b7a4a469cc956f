/** Lets at most `atOnce` deeds run at a time; the others wait their turn, first come first served. */
export function turns(atOnce: number): <T>(deed: () => Promise<T>) => Promise<T> {
  const waiting: Array<() => void> = [];
  let running = 0;
  return async (deed) => {
    if (running >= atOnce) await new Promise<void>((myTurn) => waiting.push(myTurn));
    else running += 1;
    try {
      return await deed();
    } finally {
      const next = waiting.shift();
      // the turn is handed over, so the count stays
      if (next) next();
      else running -= 1;
    }
  };
}
