/**
 * Who asks. The one seam for users: until they exist, the caller names the person in two headers and is believed,
 * which is why the server listens on the loopback address only (issue 3).
 */
import type { Request } from 'express';
import { ENGINE, type Actor } from '../domain/state';
import { Problem } from './problems';

const DEFAULT_ACTOR: Actor = { person: 'registrar', name: '督查室' };
const PERSON = /^[A-Za-z0-9][A-Za-z0-9._@-]{0,99}$/;
const NAME = /^[^\p{C}\u2028\u2029]{1,100}$/u;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Problem('badActor');
  }
};

/** @throws Problem `badActor`, also for the engine's own name: nobody acts as time itself */
export const actorOf = (request: Request): Actor => {
  const person = request.get('X-Yanxing-Person') ?? DEFAULT_ACTOR.person;
  const given = request.get('X-Yanxing-Name');
  const name = given === undefined ? (person === DEFAULT_ACTOR.person ? DEFAULT_ACTOR.name : person) : decoded(given).trim();
  if (!PERSON.test(person) || !NAME.test(name) || person === ENGINE.person) throw new Problem('badActor');
  return { person, name };
};
