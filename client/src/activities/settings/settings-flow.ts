import type { ApiProblem } from '../../api/problem.js';
import type { Settings } from '../../api/settings.js';
import { keepTyped } from '../../parts/keep-typed.js';
import { formOf, type Saved, type SettingsForm } from './settings-form.js';

/** Closed → open with what the house has → saved. What was typed stays until it is saved or given up. */
export interface SettingsState {
  /** As the house had it when it was read; absent while the form is closed. */
  saved?: Settings | undefined;
  form?: SettingsForm | undefined;
  busy: boolean;
  problem?: ApiProblem | undefined;
  /** A colleague has saved since it was read. */
  isStale?: boolean | undefined;
  done?: Saved | 'unchanged' | 'reloaded' | undefined;
}

export type SettingsEvent =
  | { type: 'sending' }
  | { type: 'opened'; settings: Settings }
  | { type: 'typed'; form: Partial<SettingsForm> }
  | { type: 'saved'; as: Saved }
  | { type: 'unchanged' }
  | { type: 'refused'; problem: ApiProblem }
  | { type: 'wasStale' }
  | { type: 'reloaded'; settings: Settings }
  | { type: 'left' };

export const settingsClosed: SettingsState = { busy: false };

export function nextSettings(state: SettingsState, event: SettingsEvent): SettingsState {
  switch (event.type) {
    case 'typed':
      return withTyped(state, event.form);
    case 'sending':
      return { ...state, busy: true, problem: undefined, done: undefined };
    case 'refused':
      return { ...state, busy: false, problem: event.problem };
    case 'wasStale':
      return { ...state, busy: false, isStale: true };
    case 'left':
      return state.busy ? state : settingsClosed;
    default:
      return answered(state, event);
  }
}

function withTyped(state: SettingsState, typed: Partial<SettingsForm>): SettingsState {
  return state.form ? { ...state, form: { ...state.form, ...typed }, done: undefined } : state;
}

type Answer = Extract<SettingsEvent, { type: 'opened' | 'saved' | 'unchanged' | 'reloaded' }>;

function answered({ saved, form }: SettingsState, event: Answer): SettingsState {
  switch (event.type) {
    case 'saved':
      return { busy: false, done: event.as };
    case 'unchanged':
      return { busy: false, done: event.type };
    case 'opened':
      return { busy: false, saved: event.settings, form: formOf(event.settings) };
    case 'reloaded': {
      const now = formOf(event.settings);
      const kept = saved && form ? keepTyped(formOf(saved), form, now) : now;
      return { busy: false, saved: event.settings, form: kept, done: 'reloaded' };
    }
  }
}
