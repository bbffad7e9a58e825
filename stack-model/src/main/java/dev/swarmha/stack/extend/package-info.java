/** Services that begin as copies of others: {@code extends} of the compose specification. */
@NullMarked
package dev.swarmha.stack.extend;

import org.jspecify.annotations.NullMarked;
