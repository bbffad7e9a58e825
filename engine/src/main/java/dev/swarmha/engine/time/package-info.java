/** Time as a port: the only place from which the program reads a clock or waits. */
@NullMarked
package dev.swarmha.engine.time;

import org.jspecify.annotations.NullMarked;
