/** Services that are there in some cases only: {@code profiles} of the compose specification. */
@NullMarked
package dev.swarmha.stack.profile;

import org.jspecify.annotations.NullMarked;
