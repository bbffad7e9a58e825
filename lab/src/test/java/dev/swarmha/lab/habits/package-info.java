/**
 * What the Engine is in the habit of doing, by the contract that the in-memory swarm keeps, too.
 */
@NullMarked
package dev.swarmha.lab.habits;

import org.jspecify.annotations.NullMarked;
