// Stands at the end of Jitsi's config.js: what the images have no setting for.
/* global config, URL */

// The house, as TOKEN_AUTH_URL names it.
const house = new URL(config.tokenAuthUrl.split('?')[0]).origin;
config.welcomePage = { customUrl: `${house}/danke` };
config.legalUrls = { helpCentre: house, privacy: house, terms: house };

// Nothing goes to third parties, nothing is counted.
config.disableThirdPartyRequests = true;
config.gravatar = { disabled: true };
config.analytics = { disabled: true };
config.feedbackPercentage = 0;
config.enableEmailInStats = false;
config.enableDisplayNameInStats = false;
config.gatherStats = false;
config.logging = { defaultLogLevel: 'warn', disableLogCollector: true };
config.enableSaveLogs = false;

// Nothing stays in the browser that tells where somebody was.
config.doNotStoreRoom = true;

// Nobody is measured: who spoke for how long, or what a face looks like.
config.speakerStats = { disabled: true, disableSearch: true };
config.faceLandmarks = {
  enableFaceCentering: false,
  enableFaceExpressionsDetection: false,
  enableDisplayFaceExpressions: false,
  enableRTCStats: false,
};

// What would send addresses elsewhere or keep what was said.
config.giphy = { enabled: false };
config.whiteboard = { enabled: false };
config.fileSharing = { enabled: false };
config.disableInviteFunctions = true;
config.hideEmailInSettings = true;
