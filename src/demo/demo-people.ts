// Who lives in the demo. Known to everybody: development only.

export const DEMO_PASSWORD = 'haus-der-selbsthilfe';

export type DemoRule =
  | { kind: 'nth'; nth: (1 | 2 | 3 | 4)[]; weekday: number }
  | { kind: 'last'; weekday: number }
  | { kind: 'weekly'; weekday: number };

export interface DemoGroup {
  label: string;
  representative: { name: string; email: string };
  rule: DemoRule;
  time: string;
  minutes: number;
  people: number;
}

/** Weekdays as in ISO 8601: Monday is 1. The dates are those that groups really keep. */
const DORTMUND: DemoGroup[] = [
  {
    label: 'Gruppe 11',
    representative: { name: 'Renate Beispiel', email: 'renate@gruppe.example' },
    rule: { kind: 'nth', nth: [1], weekday: 2 },
    time: '18:00',
    minutes: 120,
    people: 10,
  },
  {
    label: 'Gruppe 12',
    representative: { name: 'Mehmet Muster', email: 'mehmet@gruppe.example' },
    rule: { kind: 'nth', nth: [1, 3], weekday: 4 },
    time: '20:00',
    minutes: 90,
    people: 8,
  },
  {
    label: 'Gruppe 13',
    representative: { name: 'Ilse Probe', email: 'ilse@gruppe.example' },
    rule: { kind: 'weekly', weekday: 5 },
    time: '15:00',
    minutes: 120,
    people: 14,
  },
];

const KOELN: DemoGroup[] = [
  {
    label: 'Gruppe 21',
    representative: { name: 'Anna Vorlage', email: 'anna@gruppe.example' },
    rule: { kind: 'last', weekday: 1 },
    time: '18:30',
    minutes: 120,
    people: 9,
  },
];

export const DEMO_CONTACT_POINTS = [
  {
    slug: 'dortmund',
    town: 'Dortmund',
    phone: '0231 000000',
    staffName: 'Team Dortmund',
    sitePath: '/',
    groups: DORTMUND,
  },
  {
    slug: 'koeln',
    town: 'Köln',
    phone: '0221 000000',
    staffName: 'Team Köln',
    sitePath: '/koeln',
    groups: KOELN,
  },
];

export const DEMO_ROOMS = [
  { name: 'Gesprächsraum Ahorn', kind: 'talk', seats: 12 },
  { name: 'Gesprächsraum Birke', kind: 'talk', seats: 12 },
  { name: 'Gesprächsraum Linde', kind: 'talk', seats: 12 },
  { name: 'Gruppenraum Eiche', kind: 'group', seats: 25 },
  { name: 'Gruppenraum Kastanie', kind: 'group', seats: 25 },
  { name: 'Informationstreffen', kind: 'information', seats: 50 },
  { name: 'Probierraum', kind: 'practice', seats: 4 },
] as const;
