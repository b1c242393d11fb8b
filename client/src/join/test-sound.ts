const TONES = [
  { pitch: 523, at: 0 },
  { pitch: 784, at: 0.5 },
];
const SECONDS = 0.45;
const SOFT = 0.25;
/** Where there is nothing to play them on, Firefox waits for it without an end. */
const LONGEST_MS = 4000;

/** Two soft tones, without a file. Resolves when they are over, or should have been. */
export async function playTestSound(audio: AudioContext): Promise<void> {
  const longest = new Promise((resolve) => {
    setTimeout(resolve, LONGEST_MS);
  });
  await Promise.race([playTones(audio), longest]);
}

async function playTones(audio: AudioContext): Promise<void> {
  await audio.resume();
  const [last] = TONES.map(({ pitch, at }) => playTone(audio, pitch, audio.currentTime + at)).slice(-1);
  await new Promise((resolve) => {
    last?.addEventListener('ended', resolve);
  });
}

/** Swells and fades, so that it does not click. */
function playTone(audio: AudioContext, pitch: number, start: number): OscillatorNode {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(SOFT, start + 0.05);
  volume.gain.linearRampToValueAtTime(0, start + SECONDS);
  tone.connect(volume).connect(audio.destination);
  tone.start(start);
  tone.stop(start + SECONDS);
  return tone;
}
