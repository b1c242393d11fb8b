import { at } from './act-german.js';
import type { ActWords } from './act-words.js';

export const deSie: ActWords = {
  title: 'Ihr Termin',
  help: 'Bei Fragen hilft Ihnen Ihre Kontaktstelle.',
  keep: { title: 'Findet statt', button: 'Der Termin findet statt' },
  move: {
    title: 'Verschieben',
    day: 'Neuer Tag',
    time: 'Neue Uhrzeit',
    button: 'Verschieben',
    asksAgain: 'Wir fragen noch einmal nach, bevor sich etwas ändert.',
  },
  cancel: {
    title: 'Absagen',
    button: 'Absagen',
    asksAgain: 'Wir fragen noch einmal nach, bevor etwas abgesagt wird.',
  },
  kept: {
    title: 'Der Termin findet statt',
    done: 'Gut. Alles bleibt, wie es ist. Sie brauchen nichts weiter zu tun.',
    change: 'Doch etwas ändern',
  },
  askMove: {
    title: 'Diesen Termin wirklich verschieben?',
    before: 'Bisher',
    after: 'Neu',
    means: 'Wer per Mail eingeladen ist, bekommt die neue Zeit per Mail. Alle Links bleiben gültig.',
    yes: 'Ja, verschieben',
  },
  askCancel: {
    title: 'Diesen Termin wirklich absagen?',
    means: 'Der Raum wird frei. Wer per Mail eingeladen ist, bekommt die Absage per Mail.',
    yes: 'Ja, absagen',
  },
  back: 'Nein, zurück',
  moved: {
    title: 'Der Termin ist verschoben',
    done: 'Wer per Mail eingeladen ist, bekommt jetzt die neue Zeit per Mail. Bitte sagen Sie allen anderen Bescheid.',
    change: 'Noch etwas ändern',
  },
  cancelled: {
    title: 'Der Termin ist abgesagt',
    done: 'Wer per Mail eingeladen ist, bekommt jetzt die Absage. Bitte sagen Sie allen anderen Bescheid.',
    takeBack: (minutes) =>
      `War das falsch? ${minutes} Minuten lang können Sie die Absage zurücknehmen: im Virtuellen Haus unter „Meine Termine“.`,
    house: 'Zum Virtuellen Haus',
  },
  refused: {
    unchanged: 'Der Termin ist noch so, wie er hier steht.',
    freeOn: (day) => `Das ist frei am ${day}`,
    at,
    outdated: 'Inzwischen hat sich etwas geändert. Bitte sehen Sie nach, und versuchen Sie es noch einmal.',
  },
  ended: 'Mit diesem Link lässt sich nichts mehr ändern. Sie brauchen nichts weiter zu tun.',
  refusals: undefined,
};
