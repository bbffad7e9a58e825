/**
 * YAML text to documents that remember where each value and each key was written. SnakeYAML reads
 * the syntax; what a scalar is, is decided here, as the Go library of the docker CLI decides it.
 */
@NullMarked
package dev.swarmha.stack.parse;

import org.jspecify.annotations.NullMarked;
