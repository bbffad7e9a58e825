/**
 * Registry credentials where the docker CLI keeps them: in its config file, in credential stores,
 * and in the environment. {@link dev.swarmha.engine.docker.credential.DockerCredentials} is the
 * front door.
 */
@NullMarked
package dev.swarmha.engine.docker.credential;

import org.jspecify.annotations.NullMarked;
