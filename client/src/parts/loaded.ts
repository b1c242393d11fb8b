import { TaskStatus, type Task } from '@lit/task';
import { html } from 'lit';
import { commonWords } from '../words/words.js';
import { problemNotice } from './problem-notice.js';

/** What is to be known of a task to show it. */
export type Load<T> = Pick<Task<readonly unknown[], T>, 'status' | 'error' | 'value' | 'run'>;

/** Shows what a load brought; while it loads anew the last value stays, so that nothing jumps. */
export function loaded<T>(
  task: Load<T>,
  show: (value: T) => unknown,
  retry: () => void = () => void task.run(),
): unknown {
  if (task.status === TaskStatus.ERROR) return problemNotice(task.error, retry);
  if (task.value !== undefined) return show(task.value);
  return html`<p role="status">${commonWords.loading}</p>`;
}
