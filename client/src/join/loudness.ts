/** Below this in decibels nothing shows; a quiet room is about there. */
const SILENCE = -60;

/** From here on somebody speaks: a voice is well above the noise of a room. */
export const HEARD_FROM = 0.35;

/** How loud some samples between -1 and 1 are, from 0 for silence to 1, by ears: twice as loud is one step, not twice. */
export function loudnessOf(samples: Float32Array): number {
  if (samples.length === 0) return 0;
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const decibels = 10 * Math.log10(power);
  return Math.min(1, Math.max(0, 1 - decibels / SILENCE));
}

/** Listens to a microphone. Nothing is kept of what it hears but how loud it is. */
export class Listener {
  private readonly source: MediaStreamAudioSourceNode;
  private readonly analyser: AnalyserNode;
  private readonly samples: Float32Array<ArrayBuffer>;

  constructor(audio: AudioContext, track: MediaStreamTrack) {
    this.source = audio.createMediaStreamSource(new MediaStream([track]));
    this.analyser = audio.createAnalyser();
    this.samples = new Float32Array(this.analyser.fftSize);
    this.source.connect(this.analyser);
  }

  level(): number {
    this.analyser.getFloatTimeDomainData(this.samples);
    return loudnessOf(this.samples);
  }

  close(): void {
    this.source.disconnect();
  }
}
