/**
 * The lock of a stack, kept in the swarm: one owner at a time, for a lease that a living owner
 * renews and a dead one lets run out.
 */
@NullMarked
package dev.swarmha.deploy.lock;

import org.jspecify.annotations.NullMarked;
