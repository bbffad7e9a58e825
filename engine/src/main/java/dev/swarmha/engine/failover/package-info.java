/**
 * One swarm over several managers: another is asked when one cannot answer, an election is borne
 * with, and a write whose answer did not come is settled by reading. {@link
 * dev.swarmha.engine.failover.FailoverConnection} is the front door.
 */
@NullMarked
package dev.swarmha.engine.failover;

import org.jspecify.annotations.NullMarked;
