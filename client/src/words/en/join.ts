import type { JoinWords } from '../join-words.js';

const SYSTEM =
  'Does that not help? Then look in the settings of your computer under “Privacy” whether camera and microphone are allowed.';

export const enJoin: JoinWords = {
  before:
    'Here you see and hear whether everything works. Nobody else sees or hears you. Picture and sound stay on your device.',
  start: 'Try camera and microphone',
  asking: 'Your browser now asks whether it may use camera and microphone. Please choose “Allow”.',
  stop: 'End the test',
  stopped: 'The test has ended. Camera and microphone are off again.',
  again: 'Try again',
  camera: {
    title: 'Camera',
    choose: 'Which camera?',
    picture: 'Your picture, as in a mirror',
    works: 'Your camera works. You see yourself as in a mirror.',
    dark: 'Is the picture black? Some cameras have a small cover in front.',
  },
  microphone: {
    title: 'Microphone',
    choose: 'Which microphone?',
    speak: 'Please say something. The bar moves when your microphone hears you.',
    hears: 'Your microphone hears you.',
    silent: 'We hear nothing yet. Speak a little louder, or see whether the microphone is muted.',
    level: 'Loudness of your microphone',
  },
  sound: {
    title: 'Sound',
    why: 'You will hear two short tones.',
    play: 'Play the sound',
    playAgain: 'Play the sound again',
    heard: 'Did you hear the sound?',
    yes: 'Yes',
    no: 'No',
    works: 'Good. You will hear the others.',
    silent: 'This mostly helps:',
    cures: [
      'Turn up the volume. On an iPhone switch the ringer on as well.',
      'Are headphones or a hearing aid connected? Then the sound comes there.',
      'Then play the sound again.',
    ],
  },
  connection: {
    title: 'Connection',
    looking: 'We are looking …',
    good: 'Your connection is fast enough.',
    slow: 'Your connection is slow. In the meeting the sound may falter.',
    offline: 'Your device is not connected to the internet.',
    away: 'Your device does not reach the house at the moment.',
    cures: [
      'Move closer to your Wi-Fi box.',
      'Close other programs and videos.',
      'Leave the camera off in the meeting: the sound gets better then.',
    ],
  },
  problems: {
    notAllowed: {
      camera: 'Your browser may not use the camera.',
      microphone: 'Your browser may not use the microphone.',
      both: 'Your browser may not use camera and microphone.',
    },
    notFound: {
      camera: 'No camera is found on your device.',
      microphone: 'No microphone is found on your device.',
    },
    inUse: {
      camera: 'Another program is using your camera.',
      microphone: 'Another program is using your microphone.',
    },
    insecure: 'This page was opened without encryption. Browsers then keep camera and microphone shut.',
    noWebRtc: 'This browser cannot do video meetings.',
    unknown: {
      camera: 'Your camera cannot be switched on at the moment.',
      microphone: 'Your microphone cannot be switched on at the moment.',
    },
  },
  cures: {
    allow: {
      chrome: [
        'Press the small sign at the top left beside the address.',
        'Switch on “Camera” and “Microphone” there.',
        SYSTEM,
      ],
      edge: [
        'Press the lock at the top left beside the address.',
        'Choose “Allow” for “Camera” and “Microphone”.',
        SYSTEM,
      ],
      firefox: [
        'Press the crossed-out sign for camera or microphone at the top left beside the address.',
        'Press the small cross beside “Blocked”.',
        SYSTEM,
      ],
      safari: [
        'Press “Safari” at the top of the screen and then “Settings for” this page.',
        'Choose “Allow” for “Camera” and “Microphone”.',
        SYSTEM,
      ],
      iphone: [
        'Press “AA” or the small sign beside the address and then “Website Settings”.',
        'Choose “Allow” for “Camera” and “Microphone”.',
      ],
      iphoneApp: [
        'Open the settings of your device.',
        'Further down look for the name of your browser, for example “Chrome”.',
        'Switch on “Camera” and “Microphone”.',
      ],
      android: [
        'Press the small sign at the top beside the address and then “Permissions”.',
        'Switch on “Camera” and “Microphone”.',
      ],
      androidFirefox: [
        'Press the lock at the top beside the address.',
        'Press “Blocked” at “Camera” and “Microphone” until it says “Allowed”.',
      ],
      other: ['Allow camera and microphone for this page in the settings of your browser.'],
    },
    pressAgain: 'Then press “Try again” here.',
    notFound: {
      camera: [
        'Plug in the camera, or open the cover in front of it.',
        'You can take part without a camera, too: the others then hear you.',
      ],
      microphone: [
        'Plug in a microphone or headphones with a microphone.',
        'A phone or tablet always has a microphone: open your link there.',
      ],
    },
    inUse: [
      'Close other programs with video, for example Zoom, Teams or Skype.',
      'Also close other windows with a meeting.',
    ],
    insecure: ['Open the link from your mail again. The address begins with “https”.'],
    noWebRtc: [
      'Open your link in Firefox, Chrome, Edge or Safari.',
      'On iPhone and iPad it is best to take Safari.',
      'Is your device old? Then bring the browser up to date.',
    ],
    unknown: ['Close your browser altogether and then open the link again.'],
  },
};
