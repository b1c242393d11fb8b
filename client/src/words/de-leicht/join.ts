import type { JoinWords } from '../join-words.js';

// Leichte Sprache, by the rules of the Netzwerk Leichte Sprache: one thought in a sentence, one sentence in a line.

const TURN_ON = 'Machen Sie „Kamera“ an.\nMachen Sie auch „Mikrofon“ an.';
const SIGN = 'Oben steht die Adresse von dieser Seite.\nDaneben ist ein kleines Zeichen.';
const HELP = 'Klappt das nicht?\nDann holen Sie sich bitte Hilfe.';

export const deLeichtJoin: JoinWords = {
  before:
    'Bitte drücken Sie auf den Knopf.\nDann geht Ihre Kamera an.\nAuch Ihr Mikrofon geht an.\nDie anderen sehen Sie dabei nicht.\nDie anderen hören Sie dabei nicht.',
  start: 'Kamera und Mikrofon testen',
  asking:
    'Ihr Gerät fragt Sie jetzt etwas:\nDarf die Kamera angehen?\nDarf das Mikrofon angehen?\nBitte drücken Sie auf „Zulassen“.',
  stop: 'Aufhören',
  stopped: 'Der Test ist zu Ende.\nIhre Kamera ist wieder aus.\nIhr Mikrofon ist wieder aus.',
  again: 'Noch einmal testen',
  camera: {
    title: 'Kamera',
    choose: 'Welche Kamera wollen Sie nehmen?',
    picture: 'Ihr Bild',
    works: 'Ihre Kamera geht.\nSie sehen sich selbst.',
    dark: 'Ist das Bild schwarz?\nVielleicht ist etwas vor der Kamera.',
  },
  microphone: {
    title: 'Mikrofon',
    choose: 'Welches Mikrofon wollen Sie nehmen?',
    speak: 'Bitte sagen Sie etwas.\nDann bewegt sich der Balken.',
    hears: 'Ihr Mikrofon hört Sie.',
    silent: 'Ihr Mikrofon hört noch nichts.\nBitte sprechen Sie lauter.\nOder ist Ihr Mikrofon aus?',
    level: 'So laut sind Sie',
  },
  sound: {
    title: 'Ton',
    why: 'Sie hören 2 kurze Töne.',
    play: 'Ton anhören',
    playAgain: 'Ton noch einmal anhören',
    heard: 'Haben Sie den Ton gehört?',
    yes: 'Ja',
    no: 'Nein',
    works: 'Gut.\nSie können die anderen im Treffen hören.',
    silent: 'Das können Sie tun:',
    cures: [
      'Machen Sie Ihr Gerät lauter.',
      'Haben Sie ein iPhone?\nDann machen Sie auch den Klingel-Ton an.',
      'Haben Sie einen Kopf-Hörer?\nDann kommt der Ton aus dem Kopf-Hörer.',
    ],
  },
  connection: {
    title: 'Internet',
    looking: 'Bitte warten Sie kurz.',
    good: 'Ihr Internet ist schnell genug.',
    slow: 'Ihr Internet ist langsam.\nVielleicht hören Sie die anderen nicht gut.',
    offline: 'Ihr Gerät hat kein Internet.',
    away: 'Ihr Gerät hat gerade kein gutes Internet.',
    cures: [
      'Gehen Sie näher an das Gerät für Ihr Internet.',
      'Machen Sie andere Programme zu.',
      'Machen Sie im Treffen die Kamera aus.\nDann geht der Ton besser.',
    ],
  },
  problems: {
    notAllowed: {
      camera: 'Ihre Kamera darf noch nicht angehen.',
      microphone: 'Ihr Mikrofon darf noch nicht angehen.',
      both: 'Ihre Kamera darf noch nicht angehen.\nIhr Mikrofon darf noch nicht angehen.',
    },
    notFound: { camera: 'Ihr Gerät findet keine Kamera.', microphone: 'Ihr Gerät findet kein Mikrofon.' },
    inUse: {
      camera: 'Ein anderes Programm nimmt gerade Ihre Kamera.',
      microphone: 'Ein anderes Programm nimmt gerade Ihr Mikrofon.',
    },
    insecure: 'Diese Seite ist nicht sicher.\nDarum geht die Kamera nicht an.',
    noWebRtc: 'Dieses Programm kann kein Video-Treffen.',
    unknown: { camera: 'Ihre Kamera geht gerade nicht.', microphone: 'Ihr Mikrofon geht gerade nicht.' },
  },
  cures: {
    allow: {
      chrome: [`${SIGN}\nDrücken Sie darauf.`, TURN_ON, HELP],
      edge: [
        `${SIGN}\nDas Zeichen ist ein Schloss.\nDrücken Sie darauf.`,
        'Drücken Sie 2 Mal auf „Zulassen“.',
        HELP,
      ],
      firefox: [
        `${SIGN}\nDas Zeichen ist durchgestrichen.\nDrücken Sie darauf.`,
        'Drücken Sie auf das kleine Kreuz.',
        HELP,
      ],
      safari: [
        'Ganz oben steht „Safari“.\nDrücken Sie darauf.',
        'Drücken Sie auf „Einstellungen für“ diese Seite.',
        'Drücken Sie 2 Mal auf „Erlauben“.',
        HELP,
      ],
      iphone: [
        `${SIGN}\nDrücken Sie darauf.`,
        'Drücken Sie auf „Website-Einstellungen“.',
        'Drücken Sie 2 Mal auf „Erlauben“.',
        HELP,
      ],
      iphoneApp: [
        'Gehen Sie zu „Einstellungen“.',
        'Suchen Sie den Namen von Ihrem Internet-Programm.\nZum Beispiel: Chrome.',
        TURN_ON,
        HELP,
      ],
      android: [`${SIGN}\nDrücken Sie darauf.`, 'Drücken Sie auf „Berechtigungen“.', TURN_ON, HELP],
      androidFirefox: [
        `${SIGN}\nDas Zeichen ist ein Schloss.\nDrücken Sie darauf.`,
        'Dort steht „Blockiert“.\nDrücken Sie darauf.\nDann steht dort „Erlaubt“.',
        HELP,
      ],
      other: ['Gehen Sie zu den Einstellungen.', TURN_ON, HELP],
    },
    pressAgain: 'Drücken Sie dann auf „Noch einmal testen“.',
    notFound: {
      camera: [
        'Haben Sie eine Kamera?\nDann stecken Sie die Kamera an.',
        'Haben Sie keine Kamera?\nDas ist nicht schlimm.\nDie anderen können Sie hören.',
      ],
      microphone: [
        'Haben Sie ein Mikrofon?\nDann stecken Sie das Mikrofon an.',
        'Oder nehmen Sie Ihr Handy.\nEin Handy hat ein Mikrofon.',
      ],
    },
    inUse: ['Machen Sie andere Programme zu.\nZum Beispiel: Zoom oder Teams.'],
    insecure: ['Sie haben eine Mail bekommen.\nBitte klicken Sie noch einmal auf den Link in der Mail.'],
    noWebRtc: [
      'Öffnen Sie den Link in einem anderen Programm.\nZum Beispiel: Firefox, Chrome, Edge oder Safari.',
      'Haben Sie ein iPhone oder ein iPad?\nDann nehmen Sie Safari.',
    ],
    unknown: ['Machen Sie das Internet-Programm zu.\nDann klicken Sie noch einmal auf den Link.', HELP],
  },
};
