/**
 * The program's own shell: a line of it is a command line of the program. Adds no behaviour to the
 * commands; reads lines, completes them, keeps them, and shows how the swarm stands.
 */
@NullMarked
package dev.swarmha.cli.shell;

import org.jspecify.annotations.NullMarked;
