import { dateInWords } from '../../kernel/local-time.js';
import type { ClosureDatesFacts, GrantFacts, RepresentativesFacts } from './notification-words.js';

// What German says alike to a Sie and to a du.

/** „ab jetzt bis zum 31. Dezember 2027“ */
export function periodOf({ accessFrom, accessUntil, today }: GrantFacts): string {
  const beginning = accessFrom > today ? `ab dem ${dateInWords(accessFrom)}` : 'ab jetzt';
  return accessUntil === null ? beginning : `${beginning} bis zum ${dateInWords(accessUntil)}`;
}

export function closedInWords({ closed, dates, groupLabel }: ClosureDatesFacts): string {
  if (closed === 'noMore')
    return `im Virtuellen Haus war eine Sperrzeit eingetragen, die nicht mehr gilt. Was sich dadurch bei Terminen von „${groupLabel}“ geändert hat, bleibt aber so.`;
  const place = closed === 'house' ? 'das Virtuelle Haus' : 'ein Raum im Virtuellen Haus';
  const hit = dates.length === 1 ? 'einen Termin' : 'Termine';
  return `${place} ist zeitweise geschlossen. Das betrifft ${hit} von „${groupLabel}“.`;
}

/** Who came or left beside the addressee. */
export function othersInWords(
  { kind, who }: Exclude<RepresentativesFacts['change'], { kind: 'gone' }>,
  groupLabel: string,
): string[] {
  const [is, then] =
    kind === 'came'
      ? [
          'ist jetzt auch Ansprechperson',
          ' und kann Termine sehen, verschieben, absagen und neue reservieren',
        ]
      : ['ist nicht mehr Ansprechperson', ''];
  return [
    `${who} ${is} von „${groupLabel}“ im Virtuellen Haus${then}.`,
    'Alle Termine, Einladungen und Links bleiben, wie sie sind.',
  ];
}
