import { judge, type Finding } from './finding.js';
import { OPEN, readPageConfig, valueAt, type Value } from './page-config.js';

interface Rule {
  path: string;
  isWell: (value: Value | undefined, facts: Facts) => boolean;
  /** What is so when it is not well. */
  wrong: string;
  mend: string;
  isMinor?: boolean;
}

/** What of the house has to stand in config.js. */
export interface Facts {
  xmppDomain: string;
  houseUrl: string;
  /** The server lets in only who brings a token. */
  hasTokens: boolean;
}

const isOn = (value: Value | undefined) => value === true;
const isFalse = (value: Value | undefined) => value === false;
const isNotOn = (value: Value | undefined) => value === undefined || value === false;
const isAbsent = (value: Value | undefined) => value === undefined || value === null || value === '';

const OWN = 'Siehe docker/jitsi/web/custom-config.js.';

/** What must not be there, and what is told to whom when it is. */
const THIRD_PARTIES: readonly (readonly [path: string, what: string])[] = [
  ['analytics.amplitudeAPPKey', 'an Amplitude'],
  ['analytics.googleAnalyticsTrackingId', 'an Google'],
  ['analytics.matomoEndpoint', 'an Matomo'],
  ['analytics.scriptURLs', 'an fremde Programme'],
  ['callStatsID', 'an CallStats'],
  ['rtcstatsEnabled', 'an RTCStats'],
  ['analytics.rtcstatsEnabled', 'an RTCStats'],
  ['etherpad_base', 'an Etherpad'],
  ['salesforceUrl', 'an Salesforce'],
];

/** What keeps what was said, or carries it out of the room. */
const RECORDERS: readonly (readonly [path: string, what: string, mend: string])[] = [
  ['recordingService.enabled', 'Die Aufzeichnung ist eingeschaltet.', 'ENABLE_SERVICE_RECORDING=0 setzen.'],
  ['fileRecordingsEnabled', 'Die Aufzeichnung ist eingeschaltet.', 'ENABLE_RECORDING=0 setzen.'],
  ['liveStreaming.enabled', 'Der Livestream ist eingeschaltet.', 'ENABLE_LIVESTREAMING=0 setzen.'],
  ['transcription.enabled', 'Die Mitschrift ist eingeschaltet.', 'ENABLE_TRANSCRIPTIONS=0 setzen.'],
  ['giphy.enabled', 'Giphy ist eingeschaltet: Das verrät Adressen.', OWN],
  ['whiteboard.enabled', 'Die Tafel ist eingeschaltet.', `WHITEBOARD_ENABLED=0 setzen. ${OWN}`],
  ['fileSharing.enabled', 'Dateien lassen sich teilen und bleiben liegen.', OWN],
  ['enableCalendarIntegration', 'Jitsi fragt nach fremden Kalendern.', 'ENABLE_CALENDAR=0 setzen.'],
  ['enableEmailInStats', 'Mail-Adressen stehen in Statistiken.', OWN],
  ['enableDisplayNameInStats', 'Namen stehen in Statistiken.', OWN],
];

const RULES: readonly Rule[] = [
  {
    path: 'hosts.domain',
    isWell: (value, { xmppDomain }) => value === xmppDomain || value === OPEN,
    wrong: 'Die XMPP-Domain von Jitsi ist eine andere, als das Haus denkt.',
    mend: 'XMPP_DOMAIN bei Jitsi und JITSI_XMPP_DOMAIN (--xmpp-domain) im Haus gleich setzen.',
  },
  {
    path: 'hosts.anonymousdomain',
    isWell: isAbsent,
    wrong: 'Es gibt einen Eingang für Gäste ohne Token.',
    mend: 'ENABLE_GUESTS=0 setzen.',
  },
  {
    path: 'conferenceRequestUrl',
    isWell: isAbsent,
    wrong: 'Räume lassen sich über HTTP öffnen, an Prosody vorbei.',
    mend: 'conferenceRequestUrl aus config.js nehmen.',
  },
  {
    path: 'tokenAuthUrl',
    isWell: (value, { houseUrl, hasTokens }) => !hasTokens || value === `${houseUrl}/wieder?room={room}`,
    wrong: 'Wer die Seite neu lädt, findet nicht zum Haus zurück.',
    mend: 'TOKEN_AUTH_URL auf die Adresse des Hauses + /wieder?room={room} setzen.',
  },
  {
    path: 'p2p.enabled',
    isWell: isFalse,
    wrong: 'Zwei Menschen werden direkt verbunden und sehen gegenseitig ihre Adresse.',
    mend: 'ENABLE_P2P=false setzen.',
  },
  {
    path: 'disableThirdPartyRequests',
    isWell: isOn,
    wrong: 'Jitsis Seite fragt Dritte.',
    mend: `ENABLE_THIRD_PARTY_REQUESTS=0 setzen. ${OWN}`,
  },
  {
    path: 'deeplinking.disabled',
    isWell: isOn,
    wrong: 'Jitsi bietet auf dem Telefon die App an und gibt ihr das Token.',
    mend: 'DISABLE_DEEP_LINKING=true setzen.',
  },
  {
    path: 'localRecording.disable',
    isWell: isOn,
    wrong: 'Wer im Raum ist, kann auf dem eigenen Gerät aufzeichnen.',
    mend: 'DISABLE_LOCAL_RECORDING=true setzen.',
  },
  {
    path: 'prejoinConfig.enabled',
    isWell: isOn,
    wrong: 'Wer eintritt, kann Bild und Ton vorher nicht prüfen.',
    mend: 'ENABLE_PREJOIN_PAGE=1 setzen.',
    isMinor: true,
  },
  {
    path: 'doNotStoreRoom',
    isWell: isOn,
    wrong: 'Der Browser merkt sich, in welchen Räumen jemand war.',
    mend: OWN,
    isMinor: true,
  },
  {
    path: 'analytics.disabled',
    isWell: isOn,
    wrong: 'Die Statistik ist nicht abgeschaltet.',
    mend: OWN,
    isMinor: true,
  },
  {
    path: 'gravatar.disabled',
    isWell: isOn,
    wrong: 'Bilder kommen von Gravatar.',
    mend: OWN,
    isMinor: true,
  },
  {
    path: 'speakerStats.disabled',
    isWell: isOn,
    wrong: 'Jitsi misst, wer wie lange spricht.',
    mend: OWN,
    isMinor: true,
  },
  {
    path: 'disableInviteFunctions',
    isWell: isOn,
    wrong: 'Im Raum lässt sich der Name des Raums weitergeben.',
    mend: OWN,
    isMinor: true,
  },
  ...RECORDERS.map(([path, wrong, mend]) => ({ path, isWell: isNotOn, wrong, mend })),
  ...THIRD_PARTIES.map(([path, whom]) => ({
    path,
    isWell: (value: Value | undefined) => isAbsent(value) || value === false,
    wrong: `Jitsis Seite meldet ${whom}, was geschieht.`,
    mend: `${path} aus config.js nehmen.`,
  })),
];

/** Names of before that say the same. */
const FORMERLY: Readonly<Record<string, string>> = {
  'deeplinking.disabled': 'disableDeepLinking',
  'prejoinConfig.enabled': 'prejoinPageEnabled',
};

/** What Jitsi's page is told to do. */
export function judgePageConfig(script: string, facts: Facts): Finding[] {
  const config = readPageConfig(script);
  if (Object.keys(config).length === 0) return [judge(UNREADABLE, false)];
  return RULES.map(({ path, isWell, wrong, mend, isMinor = false }) => {
    const value = valueAt(config, path) ?? valueAt(config, FORMERLY[path] ?? path);
    const well = `In config.js stimmt ${path}.`;
    return judge({ name: `config.${path}`, well, wrong, mend, isMinor }, isWell(value, facts));
  });
}

const UNREADABLE = {
  name: 'config',
  well: '',
  wrong: 'config.js ist nicht zu lesen.',
  mend: 'Im Browser /config.js öffnen: Dort muss Jitsis Konfiguration stehen.',
};
