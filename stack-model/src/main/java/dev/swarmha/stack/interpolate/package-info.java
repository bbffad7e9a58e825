/** Variables in the values of a stack file, as the docker CLI substitutes them. */
@NullMarked
package dev.swarmha.stack.interpolate;

import org.jspecify.annotations.NullMarked;
