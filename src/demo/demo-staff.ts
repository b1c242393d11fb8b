/** Who runs the demo's house. */
export const DEMO_OPERATOR = 'betrieb@haus.example';

/** The member of a contact point's team that only the demo plants: by it, the demo knows its own again. */
export function demoStaffOf(slug: string): string {
  return `team@${slug}.example`;
}
