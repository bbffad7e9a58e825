/** The program: its start, its wiring and what Ctrl-C does. The only owner of the console. */
@NullMarked
package dev.swarmha.cli;

import org.jspecify.annotations.NullMarked;
