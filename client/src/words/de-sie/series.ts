/** What has become of a series that was reserved or moved. */
export const series = {
  series: 'Regelmäßiges Treffen',
  firstDate: 'Erster Termin',
  lastDate: 'Letzter Termin',
  differing: 'Anders als sonst',
  leftOut: (dates: number) => (dates === 1 ? 'Ein Termin entfällt' : `${String(dates)} Termine entfallen`),
  leftOutHint: 'Unter „Meine Termine“ können Sie ausgelassene Termine wieder aufnehmen.',
  allDates: 'Alle Termine zeigen',
};
