/**
 * Completion: what can stand where the cursor is, for the shells of the system by scripts, and for
 * the program's own. Knows Picocli's model of the commands and no command.
 */
@NullMarked
package dev.swarmha.cli.complete;

import org.jspecify.annotations.NullMarked;
