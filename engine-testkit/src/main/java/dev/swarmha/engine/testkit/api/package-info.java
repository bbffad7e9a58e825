/**
 * How the managers of the in-memory swarm take a write: what they refuse, what they fill in, and
 * what must be there before and may not go while needed. Refusals are in the Engine's words.
 */
@NullMarked
package dev.swarmha.engine.testkit.api;

import org.jspecify.annotations.NullMarked;
