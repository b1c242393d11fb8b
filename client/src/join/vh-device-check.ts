import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { define } from '../parts/define.js';
import { LightElement } from '../parts/light-element.js';
import type { Device, JoinWords } from '../words/join-words.js';
import { joinWordsIn } from '../words/join.js';
import { browserOf } from './browser-of.js';
import * as parts from './check-parts.js';
import { measureConnection, type Connection } from './connection.js';
import { cureOf, faultsIn } from './cures.js';
import {
  choicesFor,
  openDevice,
  openDevices,
  watchDevices,
  type Choice,
  type Found,
  type Opened,
} from './devices.js';
import { HEARD_FROM, Listener } from './loudness.js';
import { playTestSound } from './test-sound.js';

/** How often the bar moves, and slower for people who want less of that. */
const LOOK_MS = 100;
const LOOK_SELDOM_MS = 500;
/** After so long without a sound something is wrong. */
const SILENT_AFTER_MS = 7000;

/**
 * Shows people before a meeting whether camera, microphone, sound and connection work, and what helps where one does
 * not. Asks for nothing before its button is pressed. Picture and sound never leave the browser.
 *
 * @attr wording - how the page around it speaks
 */
export class VhDeviceCheck extends LightElement {
  @property() wording = 'de-sie';

  @state() private phase: 'before' | 'asking' | 'running' | 'stopped' = 'before';
  @state() private found: Found | undefined;
  @state() private choices: Record<Device, Choice[]> = { camera: [], microphone: [] };
  @state() private hearing: parts.Hearing = { level: 0, said: 'speak' };
  @state() private sound: parts.Sound['state'] = 'new';
  @state() private connection: Connection | undefined;

  private picture: MediaStream | undefined;
  private audio: AudioContext | undefined;
  private listener: Listener | undefined;
  private listening: ReturnType<typeof setInterval> | undefined;
  private readonly leave = () => {
    this.stop();
  };
  private unwatch: () => void = () => undefined;

  private get words(): JoinWords {
    return joinWordsIn(this.wording);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pagehide', this.leave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pagehide', this.leave);
    this.stop();
  }

  override render(): TemplateResult {
    const { words, phase } = this;
    const said = { before: '', asking: words.asking, running: '', stopped: words.stopped }[phase];
    return html`<p>${parts.inLines(words.before)}</p>
      <p role="status" tabindex="-1" class=${said ? 'ok' : 'nothing-yet'}>${parts.inLines(said)}</p>
      ${phase === 'running' ? this.results() : nothing}
      ${phase === 'asking' ? nothing : this.buttons()}`;
  }

  private results(): TemplateResult {
    const { words, found, sound } = this;
    const { camera, microphone } = found ?? {};
    return html`<div class="card">
      ${parts.faultNotices(
        this.faults().map((fault) => cureOf(fault, browserOf(navigator), words)),
        this.starter(words.again),
      )}
      ${camera && 'track' in camera && this.picture ? parts.cameraPart(this.picture, this.chosen('camera'), words) : nothing}
      ${
        microphone && 'track' in microphone
          ? parts.microphonePart(this.hearing, this.chosen('microphone'), words)
          : nothing
      }
      ${parts.soundPart({ state: sound, play: () => void this.play(), answer: (heard) => void this.answer(heard) }, words)}
      ${parts.connectionPart(this.connection, words)}
    </div>`;
  }

  private buttons(): TemplateResult {
    const { words, phase } = this;
    if (phase !== 'running')
      return html`<p>${this.starter(phase === 'before' ? words.start : words.again)}</p>`;
    return html`<p><button type="button" @click=${() => void this.end()}>${words.stop}</button></p>`;
  }

  private starter(text: string): TemplateResult {
    return html`<button type="button" @click=${() => void this.start()}>${text}</button>`;
  }

  private faults() {
    const problemWith = (opened?: Opened) => (opened && 'problem' in opened ? opened.problem : undefined);
    return faultsIn({
      camera: problemWith(this.found?.camera),
      microphone: problemWith(this.found?.microphone),
    });
  }

  private chosen(device: Device): parts.Chosen {
    const opened = this.found?.[device];
    return {
      choices: this.choices[device],
      id: opened && 'track' in opened ? opened.track.getSettings().deviceId : undefined,
      choose: (id) => void this.choose(device, id),
    };
  }

  private async start(): Promise<void> {
    this.stop();
    // While the button is being pressed: later a phone would not let it sound.
    this.audio = new AudioContext();
    void this.audio.resume();
    this.phase = 'asking';
    this.sound = 'new';
    this.connection = undefined;
    void measureConnection().then((connection) => (this.connection = connection));
    const mine = this.audio;
    await this.focusOn('[role=status]');
    const found = await openDevices();
    if (this.audio !== mine) {
      closeAll(Object.values(found));
      return;
    }
    this.found = found;
    this.use('camera', found.camera);
    this.use('microphone', found.microphone);
    this.phase = 'running';
    this.unwatch = watchDevices(() => void this.lookForChoices());
    await this.lookForChoices();
    await this.focusOn('.card [tabindex]');
  }

  private async choose(device: Device, id: string): Promise<void> {
    closeAll([this.found?.[device]]);
    const opened = await openDevice(device, id);
    if (!this.found) {
      closeAll([opened]);
      return;
    }
    // Whoever chooses twice in a row has opened two.
    closeAll([this.found[device]]);
    this.found = { ...this.found, [device]: opened };
    this.use(device, opened);
  }

  private use(device: Device, opened: Opened): void {
    if (!('track' in opened)) return;
    opened.track.addEventListener('ended', () => {
      if (this.found?.[device] === opened) this.found = { ...this.found, [device]: { problem: 'notFound' } };
    });
    if (device === 'camera') this.picture = new MediaStream([opened.track]);
    else this.listen(opened.track);
  }

  private listen(track: MediaStreamTrack): void {
    if (!this.audio) return;
    this.listener?.close();
    clearInterval(this.listening);
    const listener = (this.listener = new Listener(this.audio, track));
    const begun = performance.now();
    this.hearing = { level: 0, said: 'speak' };
    const isSlow = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.listening = setInterval(
      () => {
        const level = listener.level();
        const isSilent = performance.now() - begun > SILENT_AFTER_MS;
        const hears = level >= HEARD_FROM || this.hearing.said === 'hears';
        this.hearing = { level, said: hears ? 'hears' : isSilent ? 'silent' : 'speak' };
      },
      isSlow ? LOOK_SELDOM_MS : LOOK_MS,
    );
  }

  private async lookForChoices(): Promise<void> {
    this.choices = { camera: await choicesFor('camera'), microphone: await choicesFor('microphone') };
  }

  private async play(): Promise<void> {
    if (!this.audio || this.sound === 'playing') return;
    this.sound = 'playing';
    await playTestSound(this.audio);
    // Stopped meanwhile, or pressed anew.
    if (this.phase !== 'running') return;
    this.sound = 'asked';
    await this.focusOn('#check-heard');
  }

  private async answer(heard: boolean): Promise<void> {
    this.sound = heard ? 'heard' : 'silent';
    await this.focusOn('.sound-answer');
  }

  private async end(): Promise<void> {
    this.stop();
    await this.focusOn('[role=status]');
  }

  /** Camera and microphone are off at once: their lights go out. */
  private stop(): void {
    clearInterval(this.listening);
    this.unwatch();
    this.listener?.close();
    if (this.found) closeAll(Object.values(this.found));
    void this.audio?.close();
    this.found = this.picture = this.audio = this.listener = undefined;
    if (this.phase !== 'before') this.phase = 'stopped';
  }
}

function closeAll(each: readonly (Opened | undefined)[]): void {
  for (const opened of each) if (opened && 'track' in opened) opened.track.stop();
}

define('vh-device-check', VhDeviceCheck);
