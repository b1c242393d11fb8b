import type { JoinWords } from '../join-words.js';

const APPLE_SETTINGS = 'Öffnen Sie die Einstellungen Ihres Geräts.';
const SYSTEM =
  'Hilft das nicht? Dann sehen Sie in den Einstellungen Ihres Computers unter „Datenschutz“ nach, ob Kamera und Mikrofon erlaubt sind.';

export const deSieJoin: JoinWords = {
  before:
    'Hier sehen und hören Sie, ob bei Ihnen alles geht. Niemand sieht oder hört Sie dabei. Bild und Ton bleiben auf Ihrem Gerät.',
  start: 'Kamera und Mikrofon testen',
  asking: 'Ihr Browser fragt jetzt, ob er Kamera und Mikrofon benutzen darf. Bitte wählen Sie „Zulassen“.',
  stop: 'Test beenden',
  stopped: 'Der Test ist beendet. Kamera und Mikrofon sind wieder aus.',
  again: 'Noch einmal testen',
  camera: {
    title: 'Kamera',
    choose: 'Welche Kamera?',
    picture: 'Ihr Bild, wie in einem Spiegel',
    works: 'Ihre Kamera geht. Sie sehen sich wie in einem Spiegel.',
    dark: 'Ist das Bild schwarz? Manche Kameras haben einen kleinen Schieber davor.',
  },
  microphone: {
    title: 'Mikrofon',
    choose: 'Welches Mikrofon?',
    speak: 'Bitte sagen Sie etwas. Der Balken bewegt sich, wenn Ihr Mikrofon Sie hört.',
    hears: 'Ihr Mikrofon hört Sie.',
    silent:
      'Wir hören noch nichts. Sprechen Sie etwas lauter, oder sehen Sie nach, ob das Mikrofon stumm geschaltet ist.',
    level: 'Lautstärke Ihres Mikrofons',
  },
  sound: {
    title: 'Ton',
    why: 'Sie hören zwei kurze Töne.',
    play: 'Ton abspielen',
    playAgain: 'Ton noch einmal abspielen',
    heard: 'Haben Sie den Ton gehört?',
    yes: 'Ja',
    no: 'Nein',
    works: 'Gut. Sie werden die anderen hören.',
    silent: 'Das hilft meistens:',
    cures: [
      'Stellen Sie Ihr Gerät lauter. Auf dem iPhone: Schalten Sie auch den Klingelton ein.',
      'Sind Kopfhörer oder ein Hörgerät verbunden? Dann kommt der Ton dort.',
      'Spielen Sie den Ton dann noch einmal ab.',
    ],
  },
  connection: {
    title: 'Verbindung',
    looking: 'Wir sehen nach …',
    good: 'Ihre Verbindung ist schnell genug.',
    slow: 'Ihre Verbindung ist langsam. Im Treffen kann der Ton stocken.',
    offline: 'Ihr Gerät ist nicht mit dem Internet verbunden.',
    away: 'Ihr Gerät erreicht das Haus gerade nicht.',
    cures: [
      'Gehen Sie näher an Ihr WLAN-Gerät.',
      'Schließen Sie andere Programme und Videos.',
      'Lassen Sie im Treffen die Kamera aus: Der Ton wird dann besser.',
    ],
  },
  problems: {
    notAllowed: {
      camera: 'Ihr Browser darf die Kamera nicht benutzen.',
      microphone: 'Ihr Browser darf das Mikrofon nicht benutzen.',
      both: 'Ihr Browser darf Kamera und Mikrofon nicht benutzen.',
    },
    notFound: {
      camera: 'An Ihrem Gerät ist keine Kamera zu finden.',
      microphone: 'An Ihrem Gerät ist kein Mikrofon zu finden.',
    },
    inUse: {
      camera: 'Ein anderes Programm benutzt gerade Ihre Kamera.',
      microphone: 'Ein anderes Programm benutzt gerade Ihr Mikrofon.',
    },
    insecure:
      'Diese Seite wurde ohne Verschlüsselung geöffnet. So geben Browser Kamera und Mikrofon nicht frei.',
    noWebRtc: 'Dieser Browser kann keine Videotreffen.',
    unknown: {
      camera: 'Ihre Kamera lässt sich gerade nicht einschalten.',
      microphone: 'Ihr Mikrofon lässt sich gerade nicht einschalten.',
    },
  },
  cures: {
    allow: {
      chrome: [
        'Drücken Sie oben links neben der Adresse auf das kleine Zeichen.',
        'Schalten Sie dort „Kamera“ und „Mikrofon“ ein.',
        SYSTEM,
      ],
      edge: [
        'Drücken Sie oben links neben der Adresse auf das Schloss.',
        'Wählen Sie bei „Kamera“ und „Mikrofon“: „Zulassen“.',
        SYSTEM,
      ],
      firefox: [
        'Drücken Sie oben links neben der Adresse auf das durchgestrichene Zeichen für Kamera oder Mikrofon.',
        'Drücken Sie bei „Blockiert“ auf das kleine Kreuz.',
        SYSTEM,
      ],
      safari: [
        'Drücken Sie oben am Bildschirm auf „Safari“ und dann auf „Einstellungen für“ diese Seite.',
        'Wählen Sie bei „Kamera“ und „Mikrofon“: „Erlauben“.',
        SYSTEM,
      ],
      iphone: [
        'Drücken Sie neben der Adresse auf „AA“ oder auf das kleine Zeichen und dann auf „Website-Einstellungen“.',
        'Wählen Sie bei „Kamera“ und „Mikrofon“: „Erlauben“.',
      ],
      iphoneApp: [
        APPLE_SETTINGS,
        'Suchen Sie dort weiter unten den Namen Ihres Browsers, zum Beispiel „Chrome“.',
        'Schalten Sie „Kamera“ und „Mikrofon“ ein.',
      ],
      android: [
        'Drücken Sie oben neben der Adresse auf das kleine Zeichen und dann auf „Berechtigungen“.',
        'Schalten Sie „Kamera“ und „Mikrofon“ ein.',
      ],
      androidFirefox: [
        'Drücken Sie oben neben der Adresse auf das Schloss.',
        'Drücken Sie bei „Kamera“ und „Mikrofon“ auf „Blockiert“, bis dort „Erlaubt“ steht.',
      ],
      other: ['Erlauben Sie in den Einstellungen Ihres Browsers Kamera und Mikrofon für diese Seite.'],
    },
    pressAgain: 'Drücken Sie dann hier auf „Noch einmal testen“.',
    notFound: {
      camera: [
        'Stecken Sie die Kamera an, oder öffnen Sie die Klappe davor.',
        'Sie können auch ohne Kamera teilnehmen: Die anderen hören Sie dann.',
      ],
      microphone: [
        'Stecken Sie ein Mikrofon oder einen Kopfhörer mit Mikrofon an.',
        'Ein Handy oder Tablet hat immer ein Mikrofon: Öffnen Sie Ihren Link dort.',
      ],
    },
    inUse: [
      'Schließen Sie andere Programme mit Video, zum Beispiel Zoom, Teams oder Skype.',
      'Schließen Sie auch andere Fenster mit einem Treffen.',
    ],
    insecure: ['Öffnen Sie den Link aus Ihrer Mail noch einmal. Die Adresse beginnt mit „https“.'],
    noWebRtc: [
      'Öffnen Sie Ihren Link in Firefox, Chrome, Edge oder Safari.',
      'Auf iPhone und iPad nehmen Sie am besten Safari.',
      'Ist Ihr Gerät schon alt? Dann bringen Sie den Browser auf den neuesten Stand.',
    ],
    unknown: ['Schließen Sie Ihren Browser ganz und öffnen Sie den Link dann noch einmal.'],
  },
};
