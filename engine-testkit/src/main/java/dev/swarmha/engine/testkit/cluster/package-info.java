/**
 * The managers and agents of the in-memory swarm: API checks, orchestrators, updater, scheduler and
 * the containers on the nodes. Each part looks at the whole state and does what is due; timers only
 * wake it up.
 */
@NullMarked
package dev.swarmha.engine.testkit.cluster;

import org.jspecify.annotations.NullMarked;
