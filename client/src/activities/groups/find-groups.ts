import type { Group } from '../../api/shapes.js';

/** Groups whose label, or a representative's name or address, contains what was typed. */
export function findGroups(groups: Group[], typed: string): Group[] {
  const wanted = typed.trim().toLocaleLowerCase('de');
  return wanted ? groups.filter((group) => textOf(group).includes(wanted)) : groups;
}

function textOf({ label, representatives }: Group): string {
  const people = representatives.map(({ name, email }) => `${name} ${email}`);
  return [label, ...people].join(' ').toLocaleLowerCase('de');
}
