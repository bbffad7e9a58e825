/**
 * The managers of the in-memory swarm: membership, orchestrators, updater and scheduler. Each part
 * looks at the whole state and does what is due; timers only wake it up.
 */
@NullMarked
package dev.swarmha.engine.testkit.cluster;

import org.jspecify.annotations.NullMarked;
