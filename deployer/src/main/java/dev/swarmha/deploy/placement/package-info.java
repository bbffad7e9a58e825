/**
 * Swarm's scheduler as pure functions that can explain: which nodes would take a task of a service
 * now, and what speaks against the others. Touches nothing and chooses nothing.
 */
@NullMarked
package dev.swarmha.deploy.placement;

import org.jspecify.annotations.NullMarked;
