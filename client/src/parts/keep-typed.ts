/**
 * A form anew from what the house has now, with everything in it that a person had changed: what was typed is not
 * lost because somebody else saved meanwhile.
 */
export function keepTyped<Form extends object>(before: Form, typed: Form, now: Form): Form {
  const keys = Object.keys(now) as (keyof Form)[];
  const changed = keys.filter((key) => typed[key] !== before[key]);
  return { ...now, ...Object.fromEntries(changed.map((key) => [key, typed[key]])) };
}
