import { html, nothing, svg, type TemplateResult } from 'lit';
import type { DayOfRooms } from '../api/contact-points.js';
import type { RoomAvailability, Rules } from '../api/shapes.js';
import { shellWords as words } from '../words/words.js';
import { barOf, dayOfRoomInWords, hoursAhead, isReservable, spansOn, type Span } from './availability.js';
import { minutesOf, timeOf } from './local-time.js';

export interface DayPlan {
  day: DayOfRooms;
  rules: Rules;
  /** The time a person is about to choose, drawn as a frame over each bar. */
  wish?: Span | undefined;
  /** What to say about a room; by default its whole day. */
  say?: ((room: RoomAvailability) => TemplateResult) | undefined;
}

/** Free and taken times of one day: every room in words, with a bar beside the words. */
export function dayPlan(plan: DayPlan): TemplateResult {
  if (plan.day.rooms.length === 0) return html`<p>${words.noRooms}</p>`;
  return html`<ul class="day-plan" part="day-plan">
    ${plan.day.rooms.map((room) => roomRow(plan, room))}
  </ul>`;
}

function roomRow(plan: DayPlan, room: RoomAvailability): TemplateResult {
  const { day, rules, say } = plan;
  return html`<li part="room">
    <p class="room-name">
      <strong>${room.name}</strong> <span class="hint">${words.seats(room.seats)}</span>
    </p>
    ${isReservable(room) ? bar(plan, room) : nothing}
    <p class="room-words">${say ? say(room) : dayOfRoomInWords(room, day.date, rules)}</p>
  </li>`;
}

// Drawn with SVG attributes: a strict content policy forbids style attributes.
function bar({ day, rules, wish }: DayPlan, room: RoomAvailability): TemplateResult {
  const length = minutesOf(rules.closesAt) - minutesOf(rules.opensAt);
  return html`<div class="bar" aria-hidden="true" part="bar">
    <svg viewBox="0 0 ${length} 20" preserveAspectRatio="none" focusable="false">
      ${spansOn(day.date, room.taken).map((span) => rect(span, rules, 'taken'))}
      ${spansOn(day.date, room.closed).map((span) => rect(span, rules, 'closed'))}
      ${rect({ from: '00:00', to: hoursAhead(day.date, rules).opensAt }, rules, 'closed')}
      ${wish ? rect(wish, rules, 'wish') : nothing}
    </svg>
    <div class="scale">${scale(rules).map((time) => html`<span>${time}</span>`)}</div>
  </div>`;
}

function rect(span: Span, rules: Rules, kind: 'taken' | 'closed' | 'wish') {
  const at = barOf(span, rules);
  return at ? svg`<rect class=${kind} x=${at.x} y="0" width=${at.width} height="20"></rect>` : nothing;
}

function scale({ opensAt, closesAt }: Rules): string[] {
  const opens = minutesOf(opensAt);
  const step = (minutesOf(closesAt) - opens) / 4;
  return [0, 1, 2, 3, 4].map((tick) => timeOf(Math.round(opens + tick * step)));
}
