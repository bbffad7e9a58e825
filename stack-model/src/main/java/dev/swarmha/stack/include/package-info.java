/** Files that bring in others: {@code include} of the compose specification. */
@NullMarked
package dev.swarmha.stack.include;

import org.jspecify.annotations.NullMarked;
