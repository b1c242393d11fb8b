// Rules that hold for every contact point; the changeable ones are columns of the contact point.

/** What a meeting that runs may be given once more, in minutes. */
export const EXTENSION_MINUTES = 30;
/** No date is longer, however often it is extended: questions find dates by their beginning. */
export const LONGEST_DATE_MINUTES = 12 * 60;
/** How long a contact point may let a room stay held after a date. */
export const LONGEST_BUFFER_MINUTES = 120;
/** How long a cancellation can be taken back. */
export const RESTORE_MINUTES = 10;
/** Meetings start on the quarter hour. */
export const GRID_MINUTES = 15;
/** How many people one date may invite. */
export const MOST_INVITEES = 60;
/** How many invitations a group may send on one day, and how often the same one. */
export const MOST_INVITATIONS_A_DAY = 200;
export const MOST_RESENDS_A_DAY = 3;
/** How many people may represent a group, and how many of them the group may name on one day. */
export const MOST_REPRESENTATIVES = 10;
export const MOST_ADDED_A_DAY = 5;
/** How long a list that a group keeps stays after it was last used, in months: as long as a group that does nothing. */
export const KEPT_LIST_MONTHS = 15;
