/** What the device check says; a new line in a text is one on the page. */
export interface JoinWords {
  /** What happens and what does not, before anything is asked for. */
  before: string;
  start: string;
  asking: string;
  stop: string;
  stopped: string;
  again: string;
  camera: PartWords & { picture: string; works: string; dark: string };
  microphone: PartWords & { speak: string; hears: string; silent: string; level: string };
  sound: {
    title: string;
    why: string;
    play: string;
    playAgain: string;
    heard: string;
    yes: string;
    no: string;
    works: string;
    silent: string;
    cures: readonly string[];
  };
  connection: {
    title: string;
    looking: string;
    good: string;
    slow: string;
    offline: string;
    away: string;
    cures: readonly string[];
  };
  /** What is wrong, and what helps. */
  problems: {
    notAllowed: Readonly<Record<Devices, string>>;
    notFound: Readonly<Record<Device, string>>;
    inUse: Readonly<Record<Device, string>>;
    insecure: string;
    noWebRtc: string;
    unknown: Readonly<Record<Device, string>>;
  };
  cures: {
    allow: Readonly<Record<Browser, readonly string[]>>;
    pressAgain: string;
    notFound: Readonly<Record<Device, readonly string[]>>;
    inUse: readonly string[];
    insecure: readonly string[];
    noWebRtc: readonly string[];
    unknown: readonly string[];
  };
}

interface PartWords {
  title: string;
  choose: string;
}

export type Device = 'camera' | 'microphone';
export type Devices = Device | 'both';

/** Each asks for camera and microphone at another place. `iphoneApp` is any browser there but Safari. */
export type Browser =
  'chrome' | 'edge' | 'firefox' | 'safari' | 'iphone' | 'iphoneApp' | 'android' | 'androidFirefox' | 'other';
