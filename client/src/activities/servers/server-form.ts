import { html, type TemplateResult } from 'lit';
import type { Profile, Server, ServerChange } from '../../api/servers.js';
import { radioField } from '../../parts/choice-field.js';
import { selectField, textField } from '../../parts/field.js';
import { deskWords } from '../../words/words.js';

const words = deskWords.servers;
const PROFILES: Profile[] = ['P0', 'P1', 'P2', 'P3'];

/** What is typed, as it is typed. */
export interface ServerDraft {
  capacity: string;
  profile: Profile;
  hasLobby: boolean;
}

interface ServerForm {
  server: Server;
  draft: ServerDraft;
  busy: boolean;
  wishes: {
    type: (draft: ServerDraft) => void;
    save: (server: Server) => void;
    leave: (server: Server) => void;
  };
}

export function draftOf({ capacity, profile, hasLobby }: Server): ServerDraft {
  return { capacity: String(capacity), profile, hasLobby };
}

export function changeOf({ capacity, ...draft }: ServerDraft): ServerChange {
  return { ...draft, capacity: Number(capacity) };
}

/** For servers that the configuration does not decide about. */
export function serverForm({ server, draft, busy, wishes }: ServerForm): TemplateResult {
  const { slug } = server;
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    wishes.save(server);
  };
  return html`<form @submit=${save}>
    ${textField({
      id: `capacity-${slug}`,
      label: words.capacity,
      type: 'number',
      min: '2',
      value: draft.capacity,
      onInput: (capacity) => wishes.type({ ...draft, capacity }),
    })}
    ${selectField({
      id: `profile-${slug}`,
      label: words.profile,
      value: draft.profile,
      choices: PROFILES.map((value) => ({ value, label: words.profiles[value] })),
      onInput: (value) => wishes.type({ ...draft, profile: value as Profile }),
    })}
    ${radioField({
      id: `lobby-${slug}`,
      label: words.hasLobby,
      value: draft.hasLobby ? 'yes' : 'no',
      choices: (['yes', 'no'] as const).map((value) => ({ value, label: words[value] })),
      onInput: (value) => wishes.type({ ...draft, hasLobby: value === 'yes' }),
    })}
    <div class="buttons">
      <button type="submit" ?disabled=${busy}>${words.save}</button>
      <button type="button" ?disabled=${busy} @click=${() => wishes.leave(server)}>${words.leave}</button>
    </div>
  </form>`;
}
