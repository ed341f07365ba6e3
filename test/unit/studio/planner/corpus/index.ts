import { anglers } from './anglers.ts';
import { forbidders } from './forbidders.ts';
import { backgrounds } from './backgrounds.ts';
import { bakers, bakersTalks, bakersTraps } from './bakers.ts';
import { boarders } from './boarders.ts';
import { boatmen } from './boatmen.ts';
import { callbacks } from './callbacks.ts';
import { callers } from './callers.ts';
import { commuters } from './commuters.ts';
import { coopers, coopersTalks, coopersTraps } from './coopers.ts';
import { cyclists } from './cyclists.ts';
import { drummers } from './drummers.ts';
import { edits } from './edits.ts';
import { evenings } from './evenings.ts';
import { generative } from './generative.ts';
import { geometry } from './geometry.ts';
import { glaziers, glaziersTalks, glaziersTraps } from './glaziers.ts';
import { guests } from './guests.ts';
import { housemates } from './housemates.ts';
import { incomers } from './incomers.ts';
import { latecomers } from './latecomers.ts';
import { lodgers } from './lodgers.ts';
import { looks } from './looks.ts';
import { mentions } from './mentions.ts';
import { millers, millersTalks, millersTraps } from './millers.ts';
import { mixed } from './mixed.ts';
import { moving } from './moving.ts';
import { neighbours } from './neighbours.ts';
import { newcomers } from './newcomers.ts';
import { passersby } from './passersby.ts';
import { petitioners } from './petitioners.ts';
import { postmen } from './postmen.ts';
import { potters } from './potters.ts';
import { promptwriters } from './promptwriters.ts';
import { refused } from './refused.ts';
import { regulars } from './regulars.ts';
import { requests } from './requests.ts';
import { sailors, sailorsTalks, sailorsTraps } from './sailors.ts';
import { sequences } from './sequences.ts';
import { stallholders } from './stallholders.ts';
import { strangers } from './strangers.ts';
import { tailors, tailorsTalks, tailorsTraps } from './tailors.ts';
import { tenants } from './tenants.ts';
import { tone } from './tone.ts';
import { trials } from './trials.ts';
import { voices } from './voices.ts';
import { walkers } from './walkers.ts';
import { weavers, weaversTalks, weaversTraps } from './weavers.ts';
import { wayfarers } from './wayfarers.ts';
import type { Case, Talk } from './case.ts';

export const corpus = {
  edits,
  tone,
  generative,
  sequences,
  refused,
  backgrounds,
  looks,
  geometry,
  moving,
  mentions,
  mixed,
  voices,
  requests,
  trials,
  guests,
  strangers,
  latecomers,
  neighbours,
  callers,
  passersby,
  newcomers,
  regulars,
  callbacks,
  lodgers,
  walkers,
  commuters,
  boarders,
  cyclists,
  drummers,
  evenings,
  boatmen,
  housemates,
  incomers,
  petitioners,
  promptwriters,
  stallholders,
  tenants,
  wayfarers,
  anglers,
  forbidders,
  potters,
  postmen,
  bakers,
  sailors,
  tailors,
  weavers,
  millers,
  coopers,
  glaziers,
} satisfies Record<string, Case[]>;

/** Several messages, each about what the ones before it did. */
export const talks: Record<string, Talk[]> = {
  bakers: bakersTalks,
  sailors: sailorsTalks,
  tailors: tailorsTalks,
  weavers: weaversTalks,
  millers: millersTalks,
  coopers: coopersTalks,
  glaziers: glaziersTalks,
};

/** What looks like a command and isn't one. */
export const traps: Record<string, Case[]> = {
  bakers: bakersTraps,
  sailors: sailorsTraps,
  tailors: tailorsTraps,
  weavers: weaversTraps,
  millers: millersTraps,
  coopers: coopersTraps,
  glaziers: glaziersTraps,
};
