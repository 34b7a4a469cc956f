/** What a sentence template may be filled with. */
export type FillParams = Readonly<Record<string, string | number>>;

/** Fills `{{name}}` in a template. A parameter that is not given stays visible as `{{name}}`, so that it is noticed. */
export function fill(template: string, params: FillParams = {}): string {
  return template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
}
