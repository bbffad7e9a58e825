/** The two readings of a stack file, and how a user chooses between them. */
@NullMarked
package dev.swarmha.stack.dialect;

import org.jspecify.annotations.NullMarked;
