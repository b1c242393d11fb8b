import { asksTheHouse, type Profile } from '../../kernel/jitsi-server.js';

const NOT_ENFORCED: [lacks: readonly Profile[], sentence: string][] = [
  [['P0'], 'Keine Tür: Wer den Raumnamen kennt, kommt hinein, ohne Einladung und zu jeder Zeit.'],
  [['P0'], 'Niemand bekommt von selbst die Moderation.'],
  [
    ['P1'],
    'Der Server fragt das Haus nicht, ob ein Raum jetzt gebucht ist. Wer einen gültigen Zutritt hat, kann ihn öffnen.',
  ],
  [['P0', 'P1'], 'Am Ende eines Termins schließt niemand den Raum. Wer darin ist, kann bleiben.'],
  [
    ['P2'],
    'Am Ende schließt der Server den Raum ohne Vorwarnung. Ein Verlängern wirkt erst, wenn der Raum neu geöffnet wird.',
  ],
  [
    ['P0', 'P1', 'P2'],
    'Wird ein Termin abgesagt, verschoben oder eine Gruppe pausiert, bleibt ein laufendes Treffen offen.',
  ],
  [['P0', 'P1', 'P2'], 'Wer nach dem Eintreten ausgeladen wird, bleibt im laufenden Treffen.'],
  [['P0', 'P1'], 'Die Zahl der Plätze eines Raums wird nicht geprüft.'],
  [['P0', 'P1', 'P2'], 'Wie voll ein Treffen ist, erfährt das Haus nicht.'],
];
const NO_LOBBY = 'Es gibt keinen Warteraum: Wer eintritt, ist gleich im Treffen.';
const NO_SECRET = 'Ohne Geheimnis nimmt das Haus keine Fragen dieses Servers an.';

/** What a server of this kind does not enforce, in whole sentences for the operator. */
export function notEnforcedBy(server: { profile: Profile; hasLobby: boolean; hasSecret: boolean }): string[] {
  const { profile, hasLobby, hasSecret } = server;
  return [
    ...NOT_ENFORCED.filter(([lacks]) => lacks.includes(profile)).map(([, sentence]) => sentence),
    ...(hasLobby ? [] : [NO_LOBBY]),
    ...(asksTheHouse(profile) && !hasSecret ? [NO_SECRET] : []),
  ];
}
