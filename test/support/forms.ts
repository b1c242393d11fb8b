import type { HttpCaller } from './http-caller.js';

export interface Form {
  action: string;
  fields: Record<string, string>;
}

/** The forms of a page of ours as a browser would send them untouched. */
export function formsIn(text: string): Form[] {
  return [...text.matchAll(/<form\b[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)].map(
    ([, action = '', inside = '']) => {
      const inputs = [...inside.matchAll(/<(?:input|button)\b[^>]*>/g)].map(([tag]) => tag);
      const named = inputs.flatMap((tag) => {
        const name = attribute(tag, 'name');
        return name === undefined ? [] : [[name, attribute(tag, 'value') ?? '']];
      });
      return { action: plain(action), fields: Object.fromEntries(named) as Record<string, string> };
    },
  );
}

/** What a mail scanner does that presses every button of a page. Returns how many forms there were. */
export async function blindlySubmitted(http: HttpCaller, path: string): Promise<number> {
  const forms = formsIn((await http.raw(path)).text);
  for (const { action, fields } of forms) await http.submit(action, fields);
  return forms.length;
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : plain(value);
}

function plain(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
