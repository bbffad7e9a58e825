/**
 * What may stand where in a stack file: one table of rules by path, and the walk that compares a
 * file with it and reports everything at once.
 */
@NullMarked
package dev.swarmha.stack.validate;

import org.jspecify.annotations.NullMarked;
