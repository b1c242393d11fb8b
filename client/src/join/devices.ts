import type { Device } from '../words/join-words.js';
import { problemBefore, problemOf, type Problem } from './cures.js';

export type Opened = { track: MediaStreamTrack } | { problem: Problem };
export type Found = Record<Device, Opened>;

const KINDS = { camera: 'video', microphone: 'audio' } as const;

/** Asks for both at once, so that the browser asks once; what does not come is looked for by itself. */
export async function openDevices(): Promise<Found> {
  const before = problemBefore({
    isSecure: window.isSecureContext,
    // Browsers that are old or shut have less than the types say.
    hasDevices: 'mediaDevices' in navigator,
    hasWebRtc: 'RTCPeerConnection' in window,
  });
  if (before) return { camera: { problem: before }, microphone: { problem: before } };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    return { camera: trackIn(stream, 'camera'), microphone: trackIn(stream, 'microphone') };
  } catch (error) {
    return { camera: await openAfter(error, 'camera'), microphone: await openAfter(error, 'microphone') };
  }
}

/** Nobody who has just refused is asked once more; but the refusal may have been of the other device only. */
async function openAfter(error: unknown, device: Device): Promise<Opened> {
  const problem = problemOf(error);
  if (problem === 'notAllowed' && !(await isAllowed(device))) return { problem };
  return openDevice(device);
}

async function isAllowed(device: Device): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: device })).state === 'granted';
  } catch {
    return false;
  }
}

export async function openDevice(device: Device, deviceId?: string): Promise<Opened> {
  const wanted = deviceId === undefined ? true : { deviceId: { exact: deviceId } };
  try {
    return trackIn(await navigator.mediaDevices.getUserMedia({ [KINDS[device]]: wanted }), device);
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function trackIn(stream: MediaStream, device: Device): Opened {
  const [track] = device === 'camera' ? stream.getVideoTracks() : stream.getAudioTracks();
  return track ? { track } : { problem: 'notFound' };
}

export interface Choice {
  id: string;
  name: string;
}

/** What there is to choose from; browsers tell it once they may use a device. */
export async function choicesFor(device: Device): Promise<Choice[]> {
  if (!('mediaDevices' in navigator)) return [];
  const all = await navigator.mediaDevices.enumerateDevices();
  return all
    .filter(({ kind, deviceId, label }) => kind === `${KINDS[device]}input` && deviceId && label)
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
}

/** Tells when something is plugged in or out. Returns what ends that. */
export function watchDevices(changed: () => void): () => void {
  if (!('mediaDevices' in navigator)) return () => undefined;
  const { mediaDevices } = navigator;
  mediaDevices.addEventListener('devicechange', changed);
  return () => {
    mediaDevices.removeEventListener('devicechange', changed);
  };
}
