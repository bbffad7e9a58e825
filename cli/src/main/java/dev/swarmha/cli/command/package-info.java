/**
 * One class a command: options to a request, one use case, an outcome or something to print. The
 * use cases are made in {@code UseCases}; nothing here decides.
 */
@NullMarked
package dev.swarmha.cli.command;

import org.jspecify.annotations.NullMarked;
