import type { Settings } from '../../api/settings.js';

/** For the specs. */
export const someSettings: Settings = {
  name: 'Kontaktstelle Musterstadt',
  town: 'Musterstadt',
  land: 'NW',
  phone: '0123 456',
  email: 'kontakt@musterstadt.example',
  openingHours: 'Montag 9 bis 12 Uhr',
  wording: 'de-sie',
  website: 'https://musterstadt.example/online',
  imprintUrl: 'https://musterstadt.example/impressum',
  privacyUrl: 'https://musterstadt.example/datenschutz',
  origins: ['https://musterstadt.example'],
  rules: {
    minMinutes: 30,
    maxMinutes: 240,
    defaultMinutes: 120,
    opensAt: '07:00',
    closesAt: '23:00',
    horizonMonths: 12,
    bufferMinutes: 0,
    mostRoomsAtOnce: 2,
    mostWeeklyMinutes: 600,
    doorOpensMinutes: 15,
    allowsInformation: false,
  },
  sender: { name: 'Team' },
  version: 1,
};
