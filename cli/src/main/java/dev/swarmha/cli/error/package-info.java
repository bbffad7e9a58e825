/** How trouble reaches the user: one line on standard error, and an exit code. */
@NullMarked
package dev.swarmha.cli.error;

import org.jspecify.annotations.NullMarked;
