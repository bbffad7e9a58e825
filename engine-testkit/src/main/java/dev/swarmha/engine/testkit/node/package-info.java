/** What the nodes of the in-memory swarm do with tasks, as the images of their containers say. */
@NullMarked
package dev.swarmha.engine.testkit.node;

import org.jspecify.annotations.NullMarked;
