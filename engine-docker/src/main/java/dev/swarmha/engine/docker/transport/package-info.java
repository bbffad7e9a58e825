/**
 * One HTTP exchange with an Engine, over a Unix socket, TCP, TLS or ssh: bounded in time, never
 * sent twice when it writes. The only package that knows docker-java.
 */
@NullMarked
package dev.swarmha.engine.docker.transport;

import org.jspecify.annotations.NullMarked;
