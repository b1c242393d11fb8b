export const groups = {
  title: 'Gruppen',
  search: 'Gruppe oder Ansprechperson suchen',
  none: 'Noch ist keine Gruppe freigeschaltet.',
  noMatch: 'Dazu passt keine Gruppe.',
  shown: (shown: number, all: number) => `${String(shown)} von ${String(all)} Gruppen`,
  label: 'Gruppe',
  state: 'Stand',
  representatives: 'Ansprechpersonen',
  change: 'Ändern',
  states: { active: 'Freigeschaltet', paused: 'Pausiert', ended: 'Beendet' },
  from: (state: string, date: string) => `${state} ab ${date}`,
  until: (state: string, date: string) => `${state} bis ${date}`,

  acts: { pause: 'Pausieren', resume: 'Fortsetzen', end: 'Beenden', keep: 'Behalten' },
  deletedUnlessUsed: (date: string) => `Die Gruppe wird am ${date} gelöscht, wenn niemand sie nutzt.`,
  deletedOn: (date: string) => `Die Gruppe wird am ${date} gelöscht.`,
  of: (label: string) => `: ${label}`,
  really: {
    pause: (label: string) => `Möchten Sie ${label} wirklich pausieren?`,
    end: (label: string) => `Möchten Sie ${label} wirklich beenden?`,
  },
  means: {
    pause:
      'Die Termine bleiben eingetragen. Bis Sie die Freischaltung fortsetzen, kann niemand aus der Gruppe reservieren oder einladen, und die Tür zu den Treffen bleibt zu.',
    end: 'Das lässt sich nicht rückgängig machen. Alle Termine, die noch bevorstehen, werden abgesagt, und wer eingeladen ist, bekommt eine Mail. Niemand aus der Gruppe kann mehr reservieren. Später wird die Gruppe gelöscht; der Tag steht dann hier. Soll die Gruppe später wiederkommen, schalten Sie sie neu frei.',
  },
  noMail: {
    pause: 'Das Haus schickt dazu keine Mail. Bitte sagen Sie der Gruppe selbst Bescheid.',
    end: 'Den Ansprechpersonen schickt das Haus keine Mail. Bitte sagen Sie ihnen selbst Bescheid.',
  },
  yes: { pause: 'Ja, pausieren', end: 'Ja, endgültig beenden' },
  no: 'Nein, nichts ändern',
  done: {
    pause: (label: string) => `${label} ist pausiert.`,
    resume: (label: string) => `${label} ist wieder freigeschaltet.`,
    end: (label: string) => `${label} ist beendet.`,
    keep: (label: string) => `${label} bleibt.`,
  },
};
