/**
 * Swarm's scheduler as pure functions that can explain: which nodes would take a task of a service
 * now, what speaks against the others, and which updates would wait for room for ever. Touches
 * nothing and chooses nothing.
 */
@NullMarked
package dev.swarmha.deploy.placement;

import org.jspecify.annotations.NullMarked;
