import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import { nextSettings, settingsClosed, type SettingsEvent } from './settings-flow.js';
import { someSettings } from './some-settings.js';

const walk = (...events: SettingsEvent[]) => events.reduce(nextSettings, settingsClosed);
const opened: SettingsEvent = { type: 'opened', settings: someSettings };
const sending: SettingsEvent = { type: 'sending' };
const typed: SettingsEvent = { type: 'typed', form: { phone: '999' } };
const problem = new ApiProblem(422);
const refused: SettingsEvent = { type: 'refused', problem };

describe('flow of the settings', () => {
  it('shows what the house has, and closes with a word when it is saved', () => {
    expect(walk(sending, opened)).toMatchObject({ busy: false, form: { phone: '0123 456' } });
    const saved: SettingsEvent = { type: 'saved', as: 'savedDoor' };
    expect(walk(sending, opened, typed, sending, saved)).toEqual({ busy: false, done: 'savedDoor' });
  });

  it('keeps what was typed after a refusal, until the next try', () => {
    const state = walk(sending, opened, typed, sending, refused);
    expect(state).toMatchObject({ form: { phone: '999' }, problem, busy: false });
    expect(nextSettings(state, sending)).toMatchObject({ form: { phone: '999' }, busy: true });
    expect(nextSettings(state, sending).problem).toBeUndefined();
  });

  it('says that a colleague has saved, and loads that without losing what was typed', () => {
    const stale = walk(sending, opened, typed, sending, { type: 'wasStale' });
    expect(stale).toMatchObject({ isStale: true, busy: false, form: { phone: '999' } });
    expect(nextSettings(stale, sending)).toMatchObject({ isStale: true, busy: true });
    const settings = { ...someSettings, phone: '111', town: 'Neustadt', version: 2 };
    const now = nextSettings(stale, { type: 'reloaded', settings });
    expect(now).toMatchObject({
      form: { phone: '999', town: 'Neustadt' },
      saved: { version: 2 },
      done: 'reloaded',
    });
    expect(now.isStale).toBeUndefined();
  });

  it('forgets everything when it is left, but not while it is being saved', () => {
    expect(walk(sending, opened, typed, { type: 'left' })).toEqual(settingsClosed);
    expect(walk(sending, opened, typed, sending, { type: 'left' })).toMatchObject({ form: { phone: '999' } });
  });
});
