import { OpenTheHouse1763760000000 } from './1763760000000-open-the-house.js';
import { RememberAnswers1763846400000 } from './1763846400000-remember-answers.js';
import { ReserveInFull1763932800000 } from './1763932800000-reserve-in-full.js';
import { TellOfClosures1764019200000 } from './1764019200000-tell-of-closures.js';
import { LetContactPointsSetRules1764105600000 } from './1764105600000-let-contact-points-set-rules.js';
import { TellWhatBecameOfMails1764109200000 } from './1764109200000-tell-what-became-of-mails.js';
import { RemindAndShow1764112800000 } from './1764112800000-remind-and-show.js';
import { InviteToSeries1764116400000 } from './1764116400000-invite-to-series.js';
import { LinkTheGroup1764120000000 } from './1764120000000-link-the-group.js';
import { FindLostLinks1764123600000 } from './1764123600000-find-lost-links.js';
import { SeeWhoStillMeets1764127200000 } from './1764127200000-see-who-still-meets.js';
import { FindRoomsBySize1764129000000 } from './1764129000000-find-rooms-by-size.js';
import { OpenTheDoor1764130800000 } from './1764130800000-open-the-door.js';
import { TryTheDoor1764134400000 } from './1764134400000-try-the-door.js';
import { ShowTheTelephone1764138000000 } from './1764138000000-show-the-telephone.js';
import { OpenWhenNobodyComes1764141600000 } from './1764141600000-open-when-nobody-comes.js';
import { LetRepresentativesGo1764145200000 } from './1764145200000-let-representatives-go.js';
import { ForgetUnusedGroups1764148800000 } from './1764148800000-forget-unused-groups.js';
import { CountPeopleOnServers1764152400000 } from './1764152400000-count-people-on-servers.js';
import { HoldAsSeen1764156000000 } from './1764156000000-hold-as-seen.js';
import { RememberWhatClosed1764159600000 } from './1764159600000-remember-what-closed.js';
import { LeaveDatesStanding1764163200000 } from './1764163200000-leave-dates-standing.js';
import { NoteNumbers1764166800000 } from './1764166800000-note-numbers.js';
import { TellEachEnd1764170400000 } from './1764170400000-tell-each-end.js';
import { NotePins1764174000000 } from './1764174000000-note-pins.js';

/** Every step of the schema, oldest first. */
export const migrations = [
  OpenTheHouse1763760000000,
  RememberAnswers1763846400000,
  ReserveInFull1763932800000,
  TellOfClosures1764019200000,
  LetContactPointsSetRules1764105600000,
  TellWhatBecameOfMails1764109200000,
  RemindAndShow1764112800000,
  InviteToSeries1764116400000,
  LinkTheGroup1764120000000,
  FindLostLinks1764123600000,
  SeeWhoStillMeets1764127200000,
  FindRoomsBySize1764129000000,
  OpenTheDoor1764130800000,
  TryTheDoor1764134400000,
  ShowTheTelephone1764138000000,
  OpenWhenNobodyComes1764141600000,
  LetRepresentativesGo1764145200000,
  ForgetUnusedGroups1764148800000,
  CountPeopleOnServers1764152400000,
  HoldAsSeen1764156000000,
  RememberWhatClosed1764159600000,
  LeaveDatesStanding1764163200000,
  NoteNumbers1764166800000,
  TellEachEnd1764170400000,
  NotePins1764174000000,
];
