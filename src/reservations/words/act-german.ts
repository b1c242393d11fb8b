// What German says alike to a Sie and to a du.

export function at(time: string, roomName?: string): string {
  return roomName === undefined ? `Um ${time}` : `Um ${time}, ${roomName}`;
}

/** „4 Stunden“, „1 Stunde“, „90 Minuten“ */
export function lengthInWords(minutes: number): string {
  if (minutes === 60) return '1 Stunde';
  return minutes % 60 === 0 ? `${minutes / 60} Stunden` : `${minutes} Minuten`;
}

/** „für die nächsten 12 Monate“, „für den nächsten Monat“ */
export function monthsAhead(months: number): string {
  return months === 1 ? 'für den nächsten Monat' : `für die nächsten ${months} Monate`;
}
