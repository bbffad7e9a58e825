/**
 * Verdicts on rollouts and the waits that watch for them. Judging is pure; only {@code
 * ConvergenceWait}, {@code RemovalWait}, {@code HealthWatch} and {@code HealthGate} touch the
 * Engine, the network or the time, through their ports.
 */
@NullMarked
package dev.swarmha.wait;

import org.jspecify.annotations.NullMarked;
