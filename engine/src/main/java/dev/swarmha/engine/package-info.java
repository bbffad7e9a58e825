/**
 * The ports to the world: the swarm, membership, logs and image registries, and the records in
 * which they answer. Knows documents, and nothing of HTTP, JSON or docker-java.
 */
@NullMarked
package dev.swarmha.engine;

import org.jspecify.annotations.NullMarked;
