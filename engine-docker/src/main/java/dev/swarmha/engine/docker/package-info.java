/**
 * The one real adapter: the ports of {@code dev.swarmha.engine} over the Docker Engine API. {@link
 * dev.swarmha.engine.docker.DockerEngine} is its front door.
 */
@NullMarked
package dev.swarmha.engine.docker;

import org.jspecify.annotations.NullMarked;
