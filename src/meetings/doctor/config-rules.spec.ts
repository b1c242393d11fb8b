import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { judgePageConfig } from './config-rules.js';

const FACTS = { xmppDomain: 'meet.jitsi', houseUrl: 'https://haus.example', hasTokens: true };

/** What the image writes from the settings of docker/jitsi/compose.yml, and then our own file. */
const SOUND = `
  var config = {};
  config.hosts = {};
  config.hosts.domain = 'meet.jitsi';
  config.hosts.muc = 'muc.' + subdomain + 'meet.jitsi';
  config.p2p = {};
  config.p2p.enabled = false;
  config.localRecording = {};
  config.localRecording.disable = true;
  config.deeplinking = {};
  config.deeplinking.disabled = true;
  config.prejoinConfig = {};
  config.prejoinConfig.enabled = true;
  config.tokenAuthUrl = 'https://haus.example/wieder?room={room}';
  config.transcription = { enabled: false };
  ${readFileSync('docker/jitsi/web/custom-config.js', 'utf8')}`;

const faultsOf = (more: string, facts = FACTS) =>
  judgePageConfig(`${SOUND}\n${more}`, facts).filter(({ state }) => state !== 'ok');

describe('judgePageConfig', () => {
  it('finds nothing wrong with ours', () => {
    expect(faultsOf('')).toEqual([]);
  });

  it.each([
    ["config.hosts.domain = 'other';", 'hosts.domain', 'fail'],
    ["config.hosts.anonymousdomain = 'guest.meet.jitsi';", 'hosts.anonymousdomain', 'fail'],
    ["config.conferenceRequestUrl = '/conference-request/v1';", 'conferenceRequestUrl', 'fail'],
    ["config.tokenAuthUrl = 'https://other.example';", 'tokenAuthUrl', 'fail'],
    ['config.p2p = {};', 'p2p.enabled', 'fail'],
    ['config.p2p.enabled = isOn;', 'p2p.enabled', 'fail'],
    ['config.disableThirdPartyRequests = false;', 'disableThirdPartyRequests', 'fail'],
    ['config.deeplinking.disabled = false;', 'deeplinking.disabled', 'fail'],
    ['config.localRecording = { disable: false };', 'localRecording.disable', 'fail'],
    ['config.recordingService = { enabled: true };', 'recordingService.enabled', 'fail'],
    ['config.liveStreaming = { enabled: true };', 'liveStreaming.enabled', 'fail'],
    ['config.transcription.enabled = true;', 'transcription.enabled', 'fail'],
    ['config.giphy.enabled = true;', 'giphy.enabled', 'fail'],
    ["config.analytics.amplitudeAPPKey = 'x';", 'analytics.amplitudeAPPKey', 'fail'],
    ["config.analytics.scriptURLs = ['x'];", 'analytics.scriptURLs', 'fail'],
    ['config.doNotStoreRoom = false;', 'doNotStoreRoom', 'warn'],
    ['config.prejoinConfig.enabled = false;', 'prejoinConfig.enabled', 'warn'],
  ])('names the one fault of %j', (more, path, state) => {
    const faults = faultsOf(more);
    expect(faults).toEqual([expect.objectContaining({ name: `config.${path}`, state })]);
    expect(faults[0]?.says).toMatch(/\.$/);
    expect(faults[0]?.mend).toMatch(/\.(js\.)?$/);
  });

  it('takes the names of older versions', () => {
    expect(faultsOf('config.deeplinking = {}; config.disableDeepLinking = true;')).toEqual([]);
  });

  it('wants no way back from a server without tokens', () => {
    expect(faultsOf("config.tokenAuthUrl = '';", { ...FACTS, hasTokens: false })).toEqual([]);
  });

  it('says so when there is nothing to read', () => {
    expect(judgePageConfig('<!DOCTYPE html>', FACTS)).toEqual([
      expect.objectContaining({ name: 'config', state: 'fail' }),
    ]);
  });
});
