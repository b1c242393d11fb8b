import { Task, TaskStatus } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { preview } from '../api/reservations.js';
import type { Rules } from '../api/shapes.js';
import { houseWords } from '../words/words.js';
import { define } from './define.js';
import { LightElement } from './light-element.js';
import type { WallTime } from './local-time.js';
import { isChoosable } from './choosable-days.js';

/**
 * Names the public holiday on a chosen day. Only a hint: when the house has no answer, it says nothing. Its line is
 * always there, so that nothing moves under a finger.
 */
export class VhHolidayHint extends LightElement {
  @property({ attribute: false }) groupId = '';
  @property({ attribute: false }) chosen: WallTime | undefined;
  @property({ attribute: false }) rules: Rules | undefined;

  private readonly holiday = new Task(this, {
    task: async ([groupId, date, time, rules], { signal }): Promise<string | undefined> => {
      if (!date || !time || !rules || !isChoosable(date, rules)) return undefined;
      // The smallest wish of all: it is asked for its day alone.
      const wish = { roomId: 'any', date, time, minutes: rules.minMinutes, expectedParticipants: 1 };
      const { dates } = await preview(groupId, wish, signal);
      return dates[0]?.holiday ?? undefined;
    },
    args: () => [this.groupId, this.chosen?.date, this.chosen?.time, this.rules] as const,
  });

  override render(): TemplateResult {
    const { status, value } = this.holiday;
    const name = status === TaskStatus.COMPLETE ? value : undefined;
    return html`<p role="status" class="holiday">${name ? houseWords.settling.holiday(name) : nothing}</p>`;
  }
}

define('vh-holiday-hint', VhHolidayHint);

declare global {
  interface HTMLElementTagNameMap {
    'vh-holiday-hint': VhHolidayHint;
  }
}
