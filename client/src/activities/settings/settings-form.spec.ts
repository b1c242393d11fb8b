import { describe, expect, it } from '@jest/globals';
import type { SettingsChange } from '../../api/settings.js';
import { someSettings } from './some-settings.js';
import { changeOf, fieldNamed, formOf, savedAs, type Saved, type SettingsForm } from './settings-form.js';

const form = formOf(someSettings);

const CASES: [string, Partial<SettingsForm>, SettingsChange | undefined][] = [
  ['nothing, when nothing was typed', {}, undefined],
  ['nothing, for a blank at the end', { name: `${someSettings.name} ` }, undefined],
  ['a fact', { phone: ' 999 ' }, { phone: '999' }],
  ['how the house speaks', { wording: 'de-leicht' }, { wording: 'de-leicht' }],
  ['a length as a number', { minMinutes: '45' }, { rules: { minMinutes: 45 } }],
  ['a time of the day', { closesAt: '24:00' }, { rules: { closesAt: '24:00' } }],
  ['a yes', { allowsInformation: 'yes' }, { rules: { allowsInformation: true } }],
  ['an emptied line about the sender, to be taken away', { senderName: ' ' }, { sender: { name: null } }],
  ['a new one, to be kept', { replyTo: ' a@b.example ' }, { sender: { replyTo: 'a@b.example' } }],
  ['web sites, line by line', { origins: ' https://b.example \n\n' }, { origins: ['https://b.example'] }],
  ['no web site', { origins: '' }, { origins: [] }],
];

describe('a form of settings', () => {
  it.each(CASES)('sends %s', (_, typed, change) => {
    expect(changeOf(someSettings, { ...form, ...typed })).toEqual(change);
  });

  it.each<[Partial<SettingsForm>, Saved]>([
    [{ wording: 'de-du' }, 'saved'],
    [{ minMinutes: '45' }, 'savedRules'],
    [{ doorOpensMinutes: '30' }, 'savedDoor'],
    [{ doorOpensMinutes: '30', closesAt: '22:00' }, 'savedRulesAndDoor'],
  ])('says what %j means for the dates that exist', (typed, saved) => {
    expect(savedAs(changeOf(someSettings, { ...form, ...typed }) ?? {})).toBe(saved);
  });

  it.each([
    ['rules.opensAt', 'opensAt'],
    ['sender.name', 'senderName'],
    ['sender.replyTo', 'replyTo'],
    ['origins.2', 'origins'],
    ['name', 'name'],
  ])('finds the field %s: %s', (path, field) => {
    expect(fieldNamed(path)).toBe(field);
    expect(Object.keys(form)).toContain(field);
  });
});
