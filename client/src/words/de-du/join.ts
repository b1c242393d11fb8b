import type { JoinWords } from '../join-words.js';

const SYSTEM =
  'Hilft das nicht? Dann sieh in den Einstellungen deines Computers unter „Datenschutz“ nach, ob Kamera und Mikrofon erlaubt sind.';

export const deDuJoin: JoinWords = {
  before:
    'Hier siehst und hörst du, ob bei dir alles geht. Niemand sieht oder hört dich dabei. Bild und Ton bleiben auf deinem Gerät.',
  start: 'Kamera und Mikrofon testen',
  asking: 'Dein Browser fragt jetzt, ob er Kamera und Mikrofon benutzen darf. Bitte wähle „Zulassen“.',
  stop: 'Test beenden',
  stopped: 'Der Test ist beendet. Kamera und Mikrofon sind wieder aus.',
  again: 'Noch einmal testen',
  camera: {
    title: 'Kamera',
    choose: 'Welche Kamera?',
    picture: 'Dein Bild, wie in einem Spiegel',
    works: 'Deine Kamera geht. Du siehst dich wie in einem Spiegel.',
    dark: 'Ist das Bild schwarz? Manche Kameras haben einen kleinen Schieber davor.',
  },
  microphone: {
    title: 'Mikrofon',
    choose: 'Welches Mikrofon?',
    speak: 'Bitte sag etwas. Der Balken bewegt sich, wenn dein Mikrofon dich hört.',
    hears: 'Dein Mikrofon hört dich.',
    silent:
      'Wir hören noch nichts. Sprich etwas lauter, oder sieh nach, ob das Mikrofon stumm geschaltet ist.',
    level: 'Lautstärke deines Mikrofons',
  },
  sound: {
    title: 'Ton',
    why: 'Du hörst zwei kurze Töne.',
    play: 'Ton abspielen',
    playAgain: 'Ton noch einmal abspielen',
    heard: 'Hast du den Ton gehört?',
    yes: 'Ja',
    no: 'Nein',
    works: 'Gut. Du wirst die anderen hören.',
    silent: 'Das hilft meistens:',
    cures: [
      'Stell dein Gerät lauter. Auf dem iPhone: Schalte auch den Klingelton ein.',
      'Sind Kopfhörer oder ein Hörgerät verbunden? Dann kommt der Ton dort.',
      'Spiel den Ton dann noch einmal ab.',
    ],
  },
  connection: {
    title: 'Verbindung',
    looking: 'Wir sehen nach …',
    good: 'Deine Verbindung ist schnell genug.',
    slow: 'Deine Verbindung ist langsam. Im Treffen kann der Ton stocken.',
    offline: 'Dein Gerät ist nicht mit dem Internet verbunden.',
    away: 'Dein Gerät erreicht das Haus gerade nicht.',
    cures: [
      'Geh näher an dein WLAN-Gerät.',
      'Schließ andere Programme und Videos.',
      'Lass im Treffen die Kamera aus: Der Ton wird dann besser.',
    ],
  },
  problems: {
    notAllowed: {
      camera: 'Dein Browser darf die Kamera nicht benutzen.',
      microphone: 'Dein Browser darf das Mikrofon nicht benutzen.',
      both: 'Dein Browser darf Kamera und Mikrofon nicht benutzen.',
    },
    notFound: {
      camera: 'An deinem Gerät ist keine Kamera zu finden.',
      microphone: 'An deinem Gerät ist kein Mikrofon zu finden.',
    },
    inUse: {
      camera: 'Ein anderes Programm benutzt gerade deine Kamera.',
      microphone: 'Ein anderes Programm benutzt gerade dein Mikrofon.',
    },
    insecure:
      'Diese Seite wurde ohne Verschlüsselung geöffnet. So geben Browser Kamera und Mikrofon nicht frei.',
    noWebRtc: 'Dieser Browser kann keine Videotreffen.',
    unknown: {
      camera: 'Deine Kamera lässt sich gerade nicht einschalten.',
      microphone: 'Dein Mikrofon lässt sich gerade nicht einschalten.',
    },
  },
  cures: {
    allow: {
      chrome: [
        'Drück oben links neben der Adresse auf das kleine Zeichen.',
        'Schalte dort „Kamera“ und „Mikrofon“ ein.',
        SYSTEM,
      ],
      edge: [
        'Drück oben links neben der Adresse auf das Schloss.',
        'Wähle bei „Kamera“ und „Mikrofon“: „Zulassen“.',
        SYSTEM,
      ],
      firefox: [
        'Drück oben links neben der Adresse auf das durchgestrichene Zeichen für Kamera oder Mikrofon.',
        'Drück bei „Blockiert“ auf das kleine Kreuz.',
        SYSTEM,
      ],
      safari: [
        'Drück oben am Bildschirm auf „Safari“ und dann auf „Einstellungen für“ diese Seite.',
        'Wähle bei „Kamera“ und „Mikrofon“: „Erlauben“.',
        SYSTEM,
      ],
      iphone: [
        'Drück neben der Adresse auf „AA“ oder auf das kleine Zeichen und dann auf „Website-Einstellungen“.',
        'Wähle bei „Kamera“ und „Mikrofon“: „Erlauben“.',
      ],
      iphoneApp: [
        'Öffne die Einstellungen deines Geräts.',
        'Such dort weiter unten den Namen deines Browsers, zum Beispiel „Chrome“.',
        'Schalte „Kamera“ und „Mikrofon“ ein.',
      ],
      android: [
        'Drück oben neben der Adresse auf das kleine Zeichen und dann auf „Berechtigungen“.',
        'Schalte „Kamera“ und „Mikrofon“ ein.',
      ],
      androidFirefox: [
        'Drück oben neben der Adresse auf das Schloss.',
        'Drück bei „Kamera“ und „Mikrofon“ auf „Blockiert“, bis dort „Erlaubt“ steht.',
      ],
      other: ['Erlaube in den Einstellungen deines Browsers Kamera und Mikrofon für diese Seite.'],
    },
    pressAgain: 'Drück dann hier auf „Noch einmal testen“.',
    notFound: {
      camera: [
        'Steck die Kamera an, oder öffne die Klappe davor.',
        'Du kannst auch ohne Kamera teilnehmen: Die anderen hören dich dann.',
      ],
      microphone: [
        'Steck ein Mikrofon oder einen Kopfhörer mit Mikrofon an.',
        'Ein Handy oder Tablet hat immer ein Mikrofon: Öffne deinen Link dort.',
      ],
    },
    inUse: [
      'Schließ andere Programme mit Video, zum Beispiel Zoom, Teams oder Skype.',
      'Schließ auch andere Fenster mit einem Treffen.',
    ],
    insecure: ['Öffne den Link aus deiner Mail noch einmal. Die Adresse beginnt mit „https“.'],
    noWebRtc: [
      'Öffne deinen Link in Firefox, Chrome, Edge oder Safari.',
      'Auf iPhone und iPad nimmst du am besten Safari.',
      'Ist dein Gerät schon alt? Dann bring den Browser auf den neuesten Stand.',
    ],
    unknown: ['Schließ deinen Browser ganz und öffne den Link dann noch einmal.'],
  },
};
