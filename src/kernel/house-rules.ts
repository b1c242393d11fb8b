// Rules that hold for every contact point; the changeable ones are columns of the contact point.

export const SHORTEST_MINUTES = 30;
export const LONGEST_MINUTES = 240;
/** Meetings start on the quarter hour. */
export const GRID_MINUTES = 15;
/** How many people one date may invite. */
export const MOST_INVITEES = 60;
