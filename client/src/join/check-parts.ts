import { html, nothing, type TemplateResult } from 'lit';
import type { Device, JoinWords } from '../words/join-words.js';
import type { Connection } from './connection.js';
import type { Cure } from './cures.js';
import type { Choice } from './devices.js';

// What the device check shows, part by part.

/** A new line in a text is one on the page. */
export function inLines(text: string): (TemplateResult | string)[] {
  return text.split('\n').map((line, index) => (index === 0 ? line : html`<br />${line}`));
}

export function steps(each: readonly string[]): TemplateResult {
  return html`<ol>
    ${each.map((step) => html`<li>${inLines(step)}</li>`)}
  </ol>`;
}

/** What is wrong and what helps; `again` is there where that can help. */
export function faultNotices(cures: readonly Cure[], again: TemplateResult): unknown {
  return [
    ...cures.map(
      (cure) =>
        html`<div class="warning" tabindex="-1">
          <p><strong>${inLines(cure.what)}</strong></p>
          ${steps(cure.steps)}
        </div>`,
    ),
    cures.some(({ mayTryAgain }) => mayTryAgain) ? html`<p>${again}</p>` : nothing,
  ];
}

export interface Chosen {
  choices: readonly Choice[];
  id: string | undefined;
  choose: (id: string) => void;
}

/** Only where there is something to choose. */
function chooser(device: Device, { choices, id, choose }: Chosen, label: string): unknown {
  if (choices.length < 2) return nothing;
  return html`<p>
    <label for="check-${device}">${label}</label>
    <select
      id="check-${device}"
      @change=${({ target }: Event) => {
        choose((target as HTMLSelectElement).value);
      }}
    >
      ${choices.map((each) => html`<option value=${each.id} ?selected=${each.id === id}>${each.name}</option>`)}
    </select>
  </p>`;
}

export function cameraPart(
  picture: MediaStream,
  chosen: Chosen,
  { camera: words }: JoinWords,
): TemplateResult {
  return html`<h3 tabindex="-1">${words.title}</h3>
    <video .srcObject=${picture} aria-label=${words.picture} autoplay playsinline .muted=${true}></video>
    <p class="ok">${inLines(words.works)}</p>
    <p class="hint">${inLines(words.dark)}</p>
    ${chooser('camera', chosen, words.choose)}`;
}

export interface Hearing {
  level: number;
  said: 'speak' | 'hears' | 'silent';
}

export function microphonePart(
  { level, said }: Hearing,
  chosen: Chosen,
  { microphone: words }: JoinWords,
): TemplateResult {
  return html`<h3 tabindex="-1">${words.title}</h3>
    <meter aria-label=${words.level} min="0" max="1" .value=${level}></meter>
    <p class=${said === 'hears' ? 'ok' : said === 'silent' ? 'warning' : ''} role="status">
      ${inLines(words[said])}
    </p>
    ${chooser('microphone', chosen, words.choose)}`;
}

export interface Sound {
  state: 'new' | 'playing' | 'asked' | 'heard' | 'silent';
  play: () => void;
  answer: (heard: boolean) => void;
}

export function soundPart({ state, play, answer }: Sound, { sound: words }: JoinWords): TemplateResult {
  return html`<h3>${words.title}</h3>
    <p>${inLines(words.why)}</p>
    <p>
      <button type="button" @click=${play}>
        ${state === 'new' || state === 'playing' ? words.play : words.playAgain}
      </button>
    </p>
    ${
      state === 'asked'
        ? html`<div role="group" aria-labelledby="check-heard">
            <p id="check-heard" tabindex="-1"><strong>${inLines(words.heard)}</strong></p>
            <p class="buttons">
              <button type="button" @click=${() => answer(true)}>${words.yes}</button>
              <button type="button" @click=${() => answer(false)}>${words.no}</button>
            </p>
          </div>`
        : nothing
    }
    <div role="status" class="sound-answer" tabindex="-1">${soundAnswer(state, words)}</div>`;
}

function soundAnswer(state: Sound['state'], words: JoinWords['sound']): unknown {
  if (state === 'heard') return html`<p class="ok">${inLines(words.works)}</p>`;
  if (state !== 'silent') return nothing;
  return html`<div class="warning">
    <p><strong>${inLines(words.silent)}</strong></p>
    ${steps(words.cures)}
  </div>`;
}

export function connectionPart(
  connection: Connection | undefined,
  { connection: words }: JoinWords,
): TemplateResult {
  return html`<h3>${words.title}</h3>
    <div role="status">
      ${
        connection === undefined
          ? html`<p>${inLines(words.looking)}</p>`
          : connection === 'good'
            ? html`<p class="ok">${inLines(words.good)}</p>`
            : html`<div class="warning">
                <p><strong>${inLines(words[connection])}</strong></p>
                ${steps(words.cures)}
              </div>`
      }
    </div>`;
}
