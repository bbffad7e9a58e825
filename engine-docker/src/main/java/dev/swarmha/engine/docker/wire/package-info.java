/**
 * The Engine's JSON, both ways: documents without loss, and the small records that are read from
 * them. The only package that knows the names on the wire.
 */
@NullMarked
package dev.swarmha.engine.docker.wire;

import org.jspecify.annotations.NullMarked;
