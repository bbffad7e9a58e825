/**
 * Several files to one, later ones over earlier ones, with the rules of {@code docker stack deploy}
 * as a table by path.
 */
@NullMarked
package dev.swarmha.stack.merge;

import org.jspecify.annotations.NullMarked;
