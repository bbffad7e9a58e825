/**
 * The habits of an Engine that the program relies on, one test each. The same tests run against the
 * in-memory swarm and against real Engines, and so keep the one like the other.
 */
@NullMarked
package dev.swarmha.engine.testkit.contract;

import org.jspecify.annotations.NullMarked;
