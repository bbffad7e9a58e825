/**
 * The small languages inside the values of a stack file: durations, sizes, CPU counts, ports,
 * volumes, command lines, image references. Each is read as the docker CLI and its Go libraries
 * read it, in one place each.
 */
@NullMarked
package dev.swarmha.stack.value;

import org.jspecify.annotations.NullMarked;
