/**
 * What the managers of the in-memory swarm remember: objects with versions, tasks, nodes, and typed
 * readings of the specs. Holds no behaviour of its own.
 */
@NullMarked
package dev.swarmha.engine.testkit.state;

import org.jspecify.annotations.NullMarked;
