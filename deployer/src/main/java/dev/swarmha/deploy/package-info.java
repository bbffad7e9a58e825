/**
 * Every use case, one class a verb: a plan, the executor, a wait, an outcome. Reads and writes the
 * swarm through the ports only and prints nothing.
 */
@NullMarked
package dev.swarmha.deploy;

import org.jspecify.annotations.NullMarked;
