import { html, type TemplateResult } from 'lit';
import type { Profile, Server, ServerChange } from '../../api/servers.js';
import { radioField } from '../../parts/choice-field.js';
import { selectField, textField } from '../../parts/field.js';
import { deskWords } from '../../words/words.js';

const words = deskWords.servers;
const PROFILES: Profile[] = ['P0', 'P1', 'P2', 'P3'];

/** What is typed, as it is typed. */
interface ServerDraft {
  capacity: string;
  profile: Profile;
  hasLobby: boolean;
}

/** What was typed and is not saved yet; the rest is as it stands at the house. */
export type ChosenFacts = Partial<ServerDraft>;

interface ServerForm {
  server: Server;
  chosen: ChosenFacts;
  busy: boolean;
  wishes: {
    type: (server: Server, chosen: ChosenFacts) => void;
    save: (server: Server) => void;
    leave: (server: Server) => void;
  };
}

function draftOf({ capacity, profile, hasLobby }: Server): ServerDraft {
  return { capacity: String(capacity), profile, hasLobby };
}

export function changeOf({ capacity, ...chosen }: ChosenFacts): ServerChange {
  return capacity === undefined ? chosen : { ...chosen, capacity: Number(capacity) };
}

/** Everything stands as it was to become. */
export function isChanged(server: Server, change: ServerChange): boolean {
  const wished = { ...server, ...change };
  return (Object.keys(change) as (keyof ServerChange)[]).every((fact) => server[fact] === wished[fact]);
}

/** For servers that the configuration does not decide about. */
export function serverForm({ server, chosen, busy, wishes }: ServerForm): TemplateResult {
  const { slug } = server;
  const draft = { ...draftOf(server), ...chosen };
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
      onInput: (capacity) => wishes.type(server, { capacity }),
    })}
    ${selectField({
      id: `profile-${slug}`,
      label: words.profile,
      value: draft.profile,
      choices: PROFILES.map((value) => ({ value, label: words.profiles[value] })),
      onInput: (value) => wishes.type(server, { profile: value as Profile }),
    })}
    ${radioField({
      id: `lobby-${slug}`,
      label: words.hasLobby,
      value: draft.hasLobby ? 'yes' : 'no',
      choices: (['yes', 'no'] as const).map((value) => ({ value, label: words[value] })),
      onInput: (value) => wishes.type(server, { hasLobby: value === 'yes' }),
    })}
    <div class="buttons">
      <button type="submit" ?disabled=${busy}>${words.save}</button>
      <button type="button" ?disabled=${busy} @click=${() => wishes.leave(server)}>${words.leave}</button>
    </div>
  </form>`;
}
