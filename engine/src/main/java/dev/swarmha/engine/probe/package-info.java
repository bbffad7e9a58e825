/** Health probes as a port: what is asked of an address, and what it answered. */
@NullMarked
package dev.swarmha.engine.probe;

import org.jspecify.annotations.NullMarked;
