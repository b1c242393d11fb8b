import type { Settings, SettingsChange, SettingsRules, Wording } from '../../api/settings.js';

/** The settings as they stand in the fields. */
export interface SettingsForm {
  name: string;
  town: string;
  land: string;
  phone: string;
  email: string;
  openingHours: string;
  wording: Wording;
  website: string;
  imprintUrl: string;
  privacyUrl: string;
  minMinutes: string;
  defaultMinutes: string;
  maxMinutes: string;
  opensAt: string;
  closesAt: string;
  horizonMonths: string;
  bufferMinutes: string;
  mostRoomsAtOnce: string;
  mostWeeklyMinutes: string;
  doorOpensMinutes: string;
  allowsInformation: 'yes' | 'no';
  senderName: string;
  replyTo: string;
  signature: string;
  /** One in each line. */
  origins: string;
}

export type FieldName = keyof SettingsForm;

const FACTS = [
  'name',
  'town',
  'land',
  'phone',
  'email',
  'openingHours',
  'wording',
  'website',
  'imprintUrl',
  'privacyUrl',
] as const;
const TIMES = ['opensAt', 'closesAt'] as const;
const NUMBERS = [
  'minMinutes',
  'defaultMinutes',
  'maxMinutes',
  'horizonMonths',
  'bufferMinutes',
  'mostRoomsAtOnce',
  'mostWeeklyMinutes',
  'doorOpensMinutes',
] as const;

export function formOf(settings: Settings): SettingsForm {
  const { rules, sender, origins } = settings;
  const facts = FACTS.map((field) => [field, settings[field]]);
  const times = TIMES.map((field) => [field, rules[field]]);
  const numbers = NUMBERS.map((field) => [field, String(rules[field])]);
  return {
    ...Object.fromEntries([...facts, ...times, ...numbers]),
    allowsInformation: rules.allowsInformation ? 'yes' : 'no',
    senderName: sender.name ?? '',
    replyTo: sender.replyTo ?? '',
    signature: sender.signature ?? '',
    origins: origins.join('\n'),
  } as SettingsForm;
}

/** What differs from what the house has; undefined when nothing does. */
export function changeOf(saved: Settings, form: SettingsForm): SettingsChange | undefined {
  const before = formOf(saved);
  const differs = (field: FieldName): boolean => form[field].trim() !== before[field];
  const facts = FACTS.filter(differs).map((field) => [field, form[field].trim()]);
  const rules = rulesIn(form, differs);
  const sender = senderIn(form, differs);
  const change: SettingsChange = {
    ...(Object.fromEntries(facts) as SettingsChange),
    ...(differs('origins') ? { origins: linesIn(form.origins) } : {}),
    ...(Object.keys(rules).length > 0 ? { rules } : {}),
    ...(Object.keys(sender).length > 0 ? { sender } : {}),
  };
  return Object.keys(change).length > 0 ? change : undefined;
}

type Differs = (field: FieldName) => boolean;

function rulesIn(form: SettingsForm, differs: Differs): Partial<SettingsRules> {
  return {
    ...Object.fromEntries(TIMES.filter(differs).map((field) => [field, form[field]])),
    ...Object.fromEntries(NUMBERS.filter(differs).map((field) => [field, Number(form[field])])),
    ...(differs('allowsInformation') ? { allowsInformation: form.allowsInformation === 'yes' } : {}),
  };
}

function senderIn({ senderName, replyTo, signature }: SettingsForm, differs: Differs) {
  return {
    ...(differs('senderName') ? { name: senderName.trim() || null } : {}),
    ...(differs('replyTo') ? { replyTo: replyTo.trim() || null } : {}),
    ...(differs('signature') ? { signature: signature.trim() || null } : {}),
  };
}

function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** What a change means for the dates that exist: new rules leave them alone, but the door follows at once. */
export type Saved = 'saved' | 'savedRules' | 'savedDoor' | 'savedRulesAndDoor';

export function savedAs({ rules = {} }: SettingsChange): Saved {
  const { doorOpensMinutes, ...others } = rules;
  const hasRules = Object.keys(others).length > 0;
  if (doorOpensMinutes === undefined) return hasRules ? 'savedRules' : 'saved';
  return hasRules ? 'savedRulesAndDoor' : 'savedDoor';
}

/** The field that the house speaks of in a refusal: `rules.opensAt`, `sender.name`, `origins.2`. */
export function fieldNamed(path: string): string {
  if (path === 'sender.name') return 'senderName' satisfies FieldName;
  const names = path.split('.').filter((part) => !/^\d+$/.test(part));
  return names.slice(-1)[0] ?? path;
}
