/**
 * What is read before anything is understood: stack files, standard input, and the variables of the
 * process and of environment files. The only part of the loader that touches the disk.
 */
@NullMarked
package dev.swarmha.stack.source;

import org.jspecify.annotations.NullMarked;
