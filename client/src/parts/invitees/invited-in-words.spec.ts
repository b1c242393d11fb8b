import { describe, expect, it } from '@jest/globals';
import { invitedInWords } from './invited-in-words.js';

const HINT =
  'Soll jemand die Mail noch einmal bekommen? Drücken Sie in der Liste bei der Person auf „Noch einmal senden“.';

describe('what is said about those who were to be invited', () => {
  it.each([
    [1, 0, 'Eine Einladung ist unterwegs.'],
    [8, 0, '8 Einladungen sind unterwegs.'],
    [0, 1, `Eine Person war schon eingeladen und bekommt keine zweite Mail. ${HINT}`],
    [0, 3, `3 Personen waren schon eingeladen und bekommen keine zweite Mail. ${HINT}`],
    [
      2,
      1,
      `2 Einladungen sind unterwegs. Eine Person war schon eingeladen und bekommt keine zweite Mail. ${HINT}`,
    ],
  ])('%i now, %i already', (invited, alreadyInvited, expected) => {
    expect(invitedInWords({ invited, alreadyInvited })).toBe(expected);
  });

  it.each([
    [
      1,
      1,
      'Eine Einladung ist unterwegs. Eine Person steht nicht mehr auf der Liste Ihrer Gruppe und bekommt keine Einladung.',
    ],
    [0, 2, '2 Personen stehen nicht mehr auf der Liste Ihrer Gruppe und bekommen keine Einladung.'],
  ])('%i now, %i gone off the list', (invited, goneFromList, expected) => {
    expect(invitedInWords({ invited, alreadyInvited: 0, goneFromList })).toBe(expected);
  });
});
