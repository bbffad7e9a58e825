/**
 * Which Engine to speak to: options, the environment and the docker CLI's configuration to one
 * {@link dev.swarmha.engine.docker.endpoint.Endpoint}, as the docker CLI chooses it.
 */
@NullMarked
package dev.swarmha.engine.docker.endpoint;

import org.jspecify.annotations.NullMarked;
