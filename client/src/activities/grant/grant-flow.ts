import type { ApiProblem } from '../../api/problem.js';
import { isAt } from '../../api/representatives.js';
import type { GrantInput, Group } from '../../api/shapes.js';

/** Granting a group access: everything typed stays until the house has taken it, then the form is empty again. */
export interface GrantState {
  form: GrantForm;
  busy: boolean;
  problem?: ApiProblem | undefined;
  granted?: Granted | undefined;
}

export interface Granted {
  label: string;
  people: number;
  from?: string | null | undefined;
  /** Names under which addresses were known already, other than those that were typed. */
  known: string[];
}

export interface GrantForm {
  label: string;
  from: string;
  until: string;
  people: PersonRow[];
}

export interface PersonRow {
  name: string;
  email: string;
}

export type GrantEvent =
  | { type: 'typed'; form: Partial<Omit<GrantForm, 'people'>> }
  | { type: 'personTyped'; index: number; person: Partial<PersonRow> }
  | { type: 'personAdded' }
  | { type: 'personRemoved'; index: number }
  | { type: 'sending' }
  | { type: 'granted'; group: Group }
  | { type: 'refused'; problem: ApiProblem };

const emptyForm: GrantForm = { label: '', from: '', until: '', people: [{ name: '', email: '' }] };

export const startOfGrant: GrantState = { form: emptyForm, busy: false };

export function nextGrant(state: GrantState, event: GrantEvent): GrantState {
  switch (event.type) {
    case 'typed':
      return withForm(state, event.form);
    case 'sending':
      return { ...state, busy: true, problem: undefined, granted: undefined };
    case 'granted':
      return { ...startOfGrant, granted: summaryOf(event.group, state.form) };
    case 'refused':
      return { ...state, busy: false, problem: event.problem };
    case 'personRemoved':
      // A refusal may speak of somebody by the number of their row.
      return { ...withPeople(state, event), problem: undefined };
    default:
      return withPeople(state, event);
  }
}

type PeopleEvent = Extract<GrantEvent, { type: 'personTyped' | 'personAdded' | 'personRemoved' }>;

function nextPeople(people: PersonRow[], event: PeopleEvent): PersonRow[] {
  if (event.type === 'personAdded') return [...people, { name: '', email: '' }];
  if (event.type === 'personRemoved') {
    return people.length > 1 ? people.filter((_, index) => index !== event.index) : people;
  }
  return people.map((row, index) => (index === event.index ? { ...row, ...event.person } : row));
}

const withPeople = (state: GrantState, event: PeopleEvent): GrantState =>
  withForm(state, { people: nextPeople(state.form.people, event) });

const withForm = (state: GrantState, form: Partial<GrantForm>): GrantState => ({
  ...state,
  form: { ...state.form, ...form },
});

function summaryOf({ label, representatives, accessFrom }: Group, form: GrantForm): Granted {
  const sent = grantOf(form).representatives;
  const isOther = ({ name, email }: PersonRow): boolean =>
    sent.some((typed) => isAt(email)(typed) && typed.name !== name);
  const known = representatives.filter(isOther).map(({ name }) => name);
  return { label, people: representatives.length, from: accessFrom, known };
}

/** Groups are told apart by their labels, in whatever case. */
export function isTaken(label: string, labels: readonly string[]): boolean {
  const asCompared = (text: string): string => text.trim().toLocaleLowerCase('de');
  return labels.some((each) => asCompared(each) === asCompared(label));
}

/** What is sent; empty rows and empty dates are left out. */
export function grantOf({ label, from, until, people }: GrantForm): GrantInput {
  return {
    label: label.trim(),
    representatives: people
      .filter(isTyped)
      .map(({ name, email }) => ({ name: name.trim(), email: email.trim() })),
    ...(from ? { accessFrom: from } : {}),
    ...(until ? { accessUntil: until } : {}),
  };
}

const isTyped = ({ name, email }: PersonRow): boolean => name.trim() !== '' || email.trim() !== '';

/** The row of the person that a refusal speaks of, and the field in it: `representatives.1.email`. */
export function rowRefused(
  { people }: GrantForm,
  path: string,
): { index: number; field: string } | undefined {
  const [list, number, field] = path.split('.');
  const person = list === 'representatives' ? people.filter(isTyped)[Number(number)] : undefined;
  return person && field ? { index: people.indexOf(person), field } : undefined;
}
